package org.yinhang.compliance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.yinhang.compliance.rules.FrequencyCap;

/** The laws of the policy. */
class ContactPolicyPropertyTests {

    private static final List<HoldKind> HOLDS = List.of(HoldKind.values());
    private static final List<String> CHANNELS = List.of("sms", "call", "wecom");

    @Property
    void theOrderOfGuardsNeverChangesTheReasons(@ForAll("facts") StatedFacts facts, @ForAll long seed) {
        List<Guard> shuffled = new ArrayList<>(ContactPolicy.standard().guards());
        Collections.shuffle(shuffled, new Random(seed));
        GuardCase asked = asked(TouchFixture.message(), facts);
        Set<Refusal> expected =
                new HashSet<>(ContactPolicy.standard().decide(asked).reasons());
        assertThat(new HashSet<>(new ContactPolicy(shuffled).decide(asked).reasons()))
                .isEqualTo(expected);
    }

    @Property
    void forgettingAFactNeverClearsATouch(@ForAll("facts") StatedFacts facts, @ForAll @IntRange(max = 10) int which) {
        GuardCase asked = asked(TouchFixture.message(), facts);
        boolean wasCleared = ContactPolicy.standard().decide(asked).isCleared();
        Verdict without = ContactPolicy.standard().decide(asked(TouchFixture.message(), forget(facts, which)));
        assertThat(!without.isCleared() || wasCleared).isTrue();
    }

    @Property
    void columnsAndValuesSayTheSame(@ForAll("factsOfMany") List<StatedFacts> facts) {
        FactColumns columns = new FactColumns((int) TouchFixture.DAY.toEpochDay());
        facts.forEach(columns::add);
        for (int i = 0; i < facts.size(); i++) {
            for (String channel : CHANNELS) {
                Touch touch = Touches.channel(channel, "k", 1);
                assertThat(ContactPolicy.standard()
                                .decide(asked(touch, columns.row(i)))
                                .reasons())
                        .isEqualTo(ContactPolicy.standard()
                                .decide(asked(touch, facts.get(i)))
                                .reasons());
            }
        }
    }

    /** Whatever is asked when, no run of days ever holds more touches than its cap. */
    @Property(tries = 200)
    void noCapIsEverExceeded(@ForAll("wishes") List<Wish> wishes) {
        List<PastTouch> sent = new ArrayList<>();
        int day = (int) TouchFixture.DAY.toEpochDay() - 60;
        for (Wish wish : wishes) {
            day += wish.daysLater();
            StatedFacts willing = TouchFixture.willing();
            StatedFacts now = new StatedFacts(
                    willing.authority(),
                    willing.answers(),
                    willing.refusedAutomation(),
                    willing.holds(),
                    willing.age(),
                    Optional.of(List.copyOf(sent)),
                    day,
                    Known.NO,
                    OptionalInt.empty(),
                    Known.NO,
                    OptionalInt.empty(),
                    Known.YES);
            Verdict verdict = ContactPolicy.standard()
                    .decide(new GuardCase(
                            Touches.channel(wish.channel(), "k", 1),
                            now,
                            TouchFixture.AFTERNOON,
                            TouchFixture.RULES,
                            Stage.OFFERING));
            if (verdict.isCleared()) {
                sent.add(new PastTouch(wish.channel(), "c" + sent.size(), day));
            }
        }
        assertThat(sent).isNotEmpty();
        for (FrequencyCap cap : TouchFixture.RULES.frequency().caps()) {
            for (PastTouch first : sent) {
                long inRun = sent.stream()
                        .filter(t -> cap.concerns(t.channel()))
                        .filter(t -> t.epochDay() >= first.epochDay() && t.epochDay() < first.epochDay() + cap.days())
                        .count();
                assertThat(inRun).isLessThanOrEqualTo(cap.most());
            }
        }
    }

    /** Hours are those of the bank's clocks, whatever the instant; and the next opening is one. */
    @Property
    void nothingLeavesInQuietHours(@ForAll @LongRange(min = 0, max = 730L * 24 * 60) long minutes) {
        Instant at = Instant.parse("2025-06-01T00:00:00Z").plus(Duration.ofMinutes(minutes));
        int hour = at.atZone(TouchFixture.SHANGHAI).getHour();
        boolean isOpen = TouchFixture.RULES.isOpen("bank", "sms", at);
        assertThat(isOpen).isEqualTo(hour >= 8 && hour < 21);
        Optional<Instant> next = TouchFixture.RULES.nextOpening("bank", "call", at);
        next.ifPresent(opening -> {
            assertThat(opening).isAfterOrEqualTo(at);
            assertThat(TouchFixture.RULES.isOpen("bank", "call", opening)).isTrue();
        });
        assertThat(next).isPresent();
    }

    /** One touch somebody would like to send. */
    record Wish(int daysLater, String channel) {}

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.of(CHANNELS))
                .as(Wish::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<StatedFacts>> factsOfMany() {
        return facts().list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<StatedFacts> facts() {
        Arbitrary<Known> known = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.just(Known.NO)),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(Known.YES)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Known.UNKNOWN)));
        Arbitrary<ConsentScope> scope = Combinators.combine(
                        Arbitraries.of(ConsentScope.MARKETING, ConsentScope.BUREAU),
                        Arbitraries.of(ConsentScope.ANY, ConsentScope.SENSITIVE),
                        Arbitraries.of("*", "sms", "call"))
                .as((purpose, data, channel) -> new ConsentScope(purpose, data, "", channel));
        Arbitrary<List<ConsentAnswer>> answers = Combinators.combine(
                        scope, Arbitraries.of(true, false), Arbitraries.longs().between(0, 5))
                .as(ConsentAnswer::new)
                .list()
                .ofMaxSize(5);
        Arbitrary<List<PastTouch>> touches = Combinators.combine(
                        Arbitraries.of(CHANNELS),
                        Arbitraries.of("c1", "c2"),
                        Arbitraries.integers().between(0, 40))
                .as((channel, campaign, ago) ->
                        new PastTouch(channel, campaign, (int) TouchFixture.DAY.toEpochDay() - ago))
                .list()
                .ofMaxSize(4);
        Arbitrary<Map<HoldKind, Known>> holds = known.list()
                .ofSize(HoldKind.values().length)
                .map(list -> {
                    Map<HoldKind, Known> map = new EnumMap<>(HoldKind.class);
                    for (int i = 0; i < list.size(); i++) {
                        map.put(HOLDS.get(i), list.get(i));
                    }
                    return map;
                });
        Arbitrary<Integer> age = Arbitraries.integers().between(16, 70);
        return Combinators.combine(
                        known,
                        answers,
                        holds,
                        age,
                        touches,
                        known,
                        known,
                        Arbitraries.integers().between(0, 60))
                .as((authority, said, held, years, past, refused, automation, ago) -> new StatedFacts(
                        authority == Known.NO ? Known.YES : authority,
                        Optional.of(said),
                        automation,
                        held,
                        years == 16 ? OptionalInt.empty() : OptionalInt.of(years),
                        Optional.of(past),
                        (int) TouchFixture.DAY.toEpochDay(),
                        refused,
                        ago > 30 ? OptionalInt.of(ago - 10) : OptionalInt.empty(),
                        Known.of(ago > 30),
                        ago > 30 ? OptionalInt.of(ago) : OptionalInt.empty(),
                        Known.YES));
    }

    private static GuardCase asked(Touch touch, CustomerFacts facts) {
        return new GuardCase(touch, facts, TouchFixture.AFTERNOON, TouchFixture.RULES, Stage.SENDING);
    }

    private static StatedFacts forget(StatedFacts f, int which) {
        Map<HoldKind, Known> holds = new EnumMap<>(HoldKind.class);
        holds.putAll(f.holds());
        if (which >= 6) {
            holds.put(HOLDS.get(which - 6), Known.UNKNOWN);
        }
        return new StatedFacts(
                which == 0 ? Known.UNKNOWN : f.authority(),
                which == 1 ? Optional.empty() : f.answers(),
                which == 2 ? Known.UNKNOWN : f.refusedAutomation(),
                holds,
                which == 3 ? OptionalInt.empty() : f.age(),
                which == 4 ? Optional.empty() : f.touches(),
                f.today(),
                which == 5 ? Known.UNKNOWN : f.refusedLast(),
                f.daysSinceRefusal(),
                f.touchedBefore(),
                f.daysSinceLast(),
                f.evidence());
    }
}
