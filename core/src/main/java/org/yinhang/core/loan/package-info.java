/** What a loan costs and when: repayment schedules in whole fen, from terms to the last instalment. */
@NullMarked
package org.yinhang.core.loan;

import org.jspecify.annotations.NullMarked;
