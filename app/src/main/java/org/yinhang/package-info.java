/** The Yinhang application: one package below per business capability, and the commands that start it. */
@NullMarked
package org.yinhang;

import org.jspecify.annotations.NullMarked;
