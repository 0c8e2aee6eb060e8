package org.yinhang.lake.attribution;

import java.util.List;

/**
 * The touches and loans of one customer.
 *
 * @param customer customer number
 * @param branch that keeps them; empty where the bank does not know
 * @param touches in order of time
 * @param loans by the day they were paid out
 */
record CustomerHistory(int customer, String branch, List<JourneyTouch> touches, List<PaidOut> loans) {}
