package org.yinhang.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTests {

    /** Newcombe 1998 (Statistics in Medicine 17, 857–872), table I, method 3. */
    @Test
    void wilsonGivesThePublishedIntervals() {
        assertThat(Interval.wilson(81, 263).low()).isEqualTo(0.2553, within(5e-5));
        assertThat(Interval.wilson(81, 263).high()).isEqualTo(0.3662, within(5e-5));
        assertThat(Interval.wilson(15, 148).low()).isEqualTo(0.0624, within(5e-5));
        assertThat(Interval.wilson(15, 148).high()).isEqualTo(0.1605, within(5e-5));
        assertThat(Interval.wilson(0, 20).low()).isZero();
        assertThat(Interval.wilson(0, 20).high()).isEqualTo(0.1611, within(5e-5));
    }

    @Test
    void nobodyAskedMayBeAnything() {
        assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
    }
}
