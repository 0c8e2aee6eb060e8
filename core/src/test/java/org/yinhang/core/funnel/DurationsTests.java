package org.yinhang.core.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class DurationsTests {

    @Property
    void aQuantileIsNeverMoreThanOnePartIn128BelowTheExactOne(
            @ForAll @NotEmpty List<@LongRange(max = 1L << 60) Long> values) {
        Durations durations = new Durations();
        values.forEach(durations::add);
        long exact = values.stream().sorted().toList().get((values.size() - 1) / 2);
        long told = durations.median().orElseThrow();
        assertThat(told).isLessThanOrEqualTo(exact).isGreaterThanOrEqualTo(exact - (exact >>> 7) - 1);
    }

    @Test
    void sumsAreThoseOfAllTogether() {
        Durations one = new Durations();
        one.add(10);
        Durations other = new Durations();
        other.add(30);
        other.add(20);
        one.add(other);
        assertThat(one.total()).isEqualTo(3);
        assertThat(one.median()).hasValue(20);
        assertThat(new Durations().median()).isEmpty();
    }
}
