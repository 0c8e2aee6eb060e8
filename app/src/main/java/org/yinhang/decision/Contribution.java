package org.yinhang.decision;

import org.yinhang.lake.feature.Feature;

/**
 * What one feature adds to a customer's score.
 *
 * @param feature the feature
 * @param value the customer's value as the lake writes it, empty when missing
 * @param logOdds how far it moves the log-odds of success away from the average customer's
 */
record Contribution(Feature feature, String value, double logOdds) {}
