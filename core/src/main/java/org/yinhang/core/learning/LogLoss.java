package org.yinhang.core.learning;

/** The negative log likelihood of outcomes, in nats: 0 is perfect. */
final class LogLoss {

    private LogLoss() {}

    /** The loss of one row with these log odds, computed without overflow. */
    static double of(double logOdds, boolean outcome) {
        double towards = outcome ? logOdds : -logOdds;
        return towards > 0 ? Math.log1p(Math.exp(-towards)) : Math.log1p(Math.exp(towards)) - towards;
    }

    static double mean(double[] logOdds, boolean[] outcomes) {
        double sum = 0;
        for (int i = 0; i < logOdds.length; i++) {
            sum += of(logOdds[i], outcomes[i]);
        }
        return sum / logOdds.length;
    }
}
