/** What a loan costs a year, all in: rates over cash flows, the itemised table, and the caps it is held against. */
@NullMarked
package org.yinhang.core.loan.cost;

import org.jspecify.annotations.NullMarked;
