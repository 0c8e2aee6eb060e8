package org.yinhang.core.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.RandomColumns;
import org.yinhang.core.predicate.Value;

class ProfilerTests {

    private static boolean holds(RandomColumns columns, int column, int customer, Profile.Share share) {
        Value value = columns.value(column, customer);
        boolean ofMissing = share.from().isMissing() && share.upTo().isMissing();
        if (value.isMissing() || ofMissing) {
            return value.isMissing() && ofMissing;
        }
        if (value instanceof Value.Labels labels) {
            return share.from() instanceof Value.Text text && labels.value().contains(text.value());
        }
        if (share.from().equals(share.upTo())) {
            return value.equals(share.from());
        }
        return (share.from().isMissing() || number(value) > number(share.from()))
                && (share.upTo().isMissing() || number(value) <= number(share.upTo()));
    }

    private static double number(Value value) {
        return value instanceof Value.Whole whole ? whole.value() : ((Value.Real) value).value();
    }

    @Test
    void sharesAndTheirIndexAreThoseOfACountByHand(@TempDir Path temp) throws IOException {
        RandomColumns columns = new RandomColumns(11);
        columns.write(temp.resolve("index"), false);
        try (Index index = Index.open(temp.resolve("index"));
                Workers workers = new Workers(2)) {
            Audience base = Audience.of(index.everyone());
            Audience audience = Audience.of(IntStream.range(0, columns.numbers())
                    .filter(i -> i % 3 == 0 || i > 70_000)
                    .filter(columns::isPresent)
                    .toArray());
            Profile profile = new Profiler(index, base, workers).profile(audience);
            assertThat(profile.base()).isEqualTo(index.customers());
            for (int column = 0; column < profile.columns().size(); column++) {
                for (Profile.Share share : profile.columns().get(column).shares()) {
                    if (profile.columns().get(column).name().equals("street") && share.base() % 5 != 0) {
                        continue;
                    }
                    int in = 0;
                    int of = 0;
                    for (int customer = 0; customer < columns.numbers(); customer++) {
                        if (columns.isPresent(customer) && holds(columns, column, customer, share)) {
                            of++;
                            in += audience.contains(customer) ? 1 : 0;
                        }
                    }
                    assertThat(share.audience()).isEqualTo(in);
                    assertThat(share.base()).isEqualTo(of);
                    assertThat(share.tgi()).isEqualTo(100.0 * in / audience.count() / ((double) of / base.count()));
                }
            }
        }
    }

    @Test
    void aLookAlikeFindsThoseLikeTheSeedAndSaysHowWell(@TempDir Path temp) throws IOException {
        RandomColumns columns = new RandomColumns(12);
        columns.write(temp.resolve("index"), false);
        int city = columns.fields().indexOf(columns.field("city"));
        int age = columns.fields().indexOf(columns.field("age"));
        try (Index index = Index.open(temp.resolve("index"));
                Workers workers = new Workers(2)) {
            Audience alike = Audience.of(IntStream.range(0, columns.numbers())
                    .filter(columns::isPresent)
                    .filter(i -> columns.value(city, i).equals(Value.of("hangzhou"))
                            && columns.value(age, i) instanceof Value.Whole years
                            && years.value() < 40)
                    .toArray());
            Audience base = Audience.of(index.everyone());
            Audience seed = Samples.random(alike, 1500, 1);
            LookAlikeSettings settings = new LookAlikeSettings(Set.of(), 1500, 3000, 5);
            LookAlike found = LookAlike.learn(index, seed, base, settings);
            assertThat(found.auc()).isBetween(0.85, 1.0);
            assertThat(found.influences().stream().limit(2).map(LookAlike.Influence::tag))
                    .containsExactlyInAnyOrder("city", "age");
            Audience nearest = found.nearest(base.except(seed), 2000, workers);
            assertThat(nearest.count()).isEqualTo(2000);
            assertThat(nearest.overlap(alike)).isGreaterThan(1900);
            assertThat(LookAlike.learn(index, seed, base, settings).nearest(base.except(seed), 2000, workers))
                    .isEqualTo(nearest);

            LookAlike blind =
                    LookAlike.learn(index, seed, base, new LookAlikeSettings(Set.of("city", "age"), 1500, 3000, 5));
            assertThat(blind.auc()).isBetween(0.4, 0.6);
            assertThatThrownBy(() -> LookAlike.learn(index, Audience.of(1, 2), base, settings))
                    .hasMessageContaining("SEL-1004");
        }
    }
}
