/** Decision tables: what a bank's policy says of one customer, and which row and condition said it. */
@NullMarked
package org.yinhang.core.policy;

import org.jspecify.annotations.NullMarked;
