package org.yinhang.model;

import org.yinhang.core.evaluation.AucComparison;

/**
 * Two versions of a model on the same rows of the days kept for judging.
 *
 * @param rows how many rows both scored
 * @param successes among them
 * @param auc both AUCs and the error of their difference, by DeLong
 * @param shift PSI of the first's scores against the second's
 * @param first what the first said, one probability a row
 * @param second what the second said
 */
public record VersionComparison(
        int rows, int successes, AucComparison auc, double shift, double[] first, double[] second) {}
