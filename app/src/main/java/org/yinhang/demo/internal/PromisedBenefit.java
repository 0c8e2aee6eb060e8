package org.yinhang.demo.internal;

import org.yinhang.benefit.EarnedBy;

/**
 * A benefit a simulated customer holds.
 *
 * @param token what they show
 * @param touch number of the touch that promised it
 * @param isAccepted whether they accepted the offer of that touch
 * @param earnedBy what they do for it
 */
record PromisedBenefit(String token, long touch, boolean isAccepted, EarnedBy earnedBy) {}
