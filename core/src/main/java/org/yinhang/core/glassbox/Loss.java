package org.yinhang.core.glassbox;

/** What a wrong score costs, and how steeply. */
public enum Loss {

    /** Log loss of log odds against an outcome of 0 or 1, in nats. */
    LOGISTIC {
        @Override
        double start(double mean) {
            double held = Math.clamp(mean, 1e-6, 1 - 1e-6);
            return Math.log(held / (1 - held));
        }

        @Override
        double value(double score, double target) {
            return Math.max(score, 0) - score * target + Math.log1p(Math.exp(-Math.abs(score)));
        }

        @Override
        double expected(double score) {
            return 1 / (1 + Math.exp(-score));
        }

        @Override
        double curvature(double expected) {
            return Math.max(1e-6, expected * (1 - expected));
        }
    },

    /** Half the squared error of a score against any number. */
    SQUARED {
        @Override
        double start(double mean) {
            return mean;
        }

        @Override
        double value(double score, double target) {
            return 0.5 * (score - target) * (score - target);
        }

        @Override
        double expected(double score) {
            return score;
        }

        @Override
        double curvature(double expected) {
            return 1;
        }
    };

    /** The best constant score for targets of this mean. */
    abstract double start(double mean);

    /** The loss of one row. */
    abstract double value(double score, double target);

    /** The target a score stands for. */
    abstract double expected(double score);

    /** The second derivative of the loss where a score stands for {@code expected}. */
    abstract double curvature(double expected);
}
