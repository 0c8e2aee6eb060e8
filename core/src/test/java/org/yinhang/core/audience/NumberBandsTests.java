package org.yinhang.core.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.RandomColumns;
import org.yinhang.core.predicate.Value;

class NumberBandsTests {

    @Test
    void countsAndMeansAreThoseOfACountByHandOnWhateverThreads(@TempDir Path temp) throws IOException {
        RandomColumns columns = new RandomColumns(21);
        columns.write(temp.resolve("index"), false);
        int score = columns.fields().indexOf(columns.field("score"));
        Audience audience = Audience.of(
                IntStream.range(0, columns.numbers()).filter(i -> i % 3 != 1).toArray());
        long missing = 0;
        long[] from = new long[3];
        double[] sum = new double[3];
        double[] bounds = {Double.NEGATIVE_INFINITY, 0, 1.5};
        for (int customer = 0; customer < columns.numbers(); customer++) {
            if (audience.contains(customer) && columns.isPresent(customer)) {
                if (columns.value(score, customer) instanceof Value.Real real) {
                    for (int bound = 0; bound < 3; bound++) {
                        if (real.value() >= bounds[bound]) {
                            from[bound]++;
                            sum[bound] += real.value();
                        }
                    }
                } else {
                    missing++;
                }
            }
        }

        try (Index index = Index.open(temp.resolve("index"));
                Workers one = new Workers(1);
                Workers three = new Workers(3)) {
            NumberBands bands = NumberBands.of(index, audience, "score", one, 0, 1.5);

            assertThat(bands).isEqualTo(NumberBands.of(index, audience, "score", three, 0, 1.5));
            assertThat(bands.missing()).isEqualTo(missing);
            assertThat(bands.known()).isEqualTo(from[0]);
            assertThat(bands.knownFrom(0)).isEqualTo(from[1]).isLessThan(from[0]);
            assertThat(bands.knownFrom(1.5)).isEqualTo(from[2]).isPositive();
            assertThat(bands.mean()).isEqualTo(sum[0] / from[0], within(1e-9));
            assertThat(bands.meanFrom(0)).isEqualTo(sum[1] / from[1], within(1e-9));
            assertThat(bands.meanFrom(1.5)).isEqualTo(sum[2] / from[2], within(1e-9));
            assertThat(NumberBands.of(index, Audience.of(), "score", one).mean())
                    .isNaN();
            assertThatThrownBy(() -> NumberBands.of(index, audience, "city", one))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
