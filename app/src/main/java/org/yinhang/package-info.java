/** The Yinhang application: one package below per business capability, and the launcher that starts them. */
@NullMarked
package org.yinhang;

import org.jspecify.annotations.NullMarked;
