package org.yinhang.lake.attribution;

/**
 * How a loan stood from a day on.
 *
 * @param day days since 1970
 * @param balance owed, fen; 0 once it is settled or written off
 * @param isBad whether it was 90 days past due or more
 */
record LoanState(long day, long balance, boolean isBad) {}
