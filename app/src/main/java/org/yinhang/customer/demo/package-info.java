/** Fills an installation with the simulated bank: its data, its people, its organisation. */
@NullMarked
package org.yinhang.customer.demo;

import org.jspecify.annotations.NullMarked;
