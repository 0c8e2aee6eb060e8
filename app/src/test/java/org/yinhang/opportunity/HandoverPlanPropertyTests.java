package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yinhang.opportunity.handover.HandoverCase;
import org.yinhang.opportunity.handover.HandoverPlan;
import org.yinhang.opportunity.handover.HandoverPlan.Handed;
import org.yinhang.opportunity.handover.HandoverPlan.Receiver;

/** Laws of spreading customers over receivers. */
class HandoverPlanPropertyTests {

    /** Who is to be handed over, and to whom. */
    record Order(List<HandoverCase> cases, List<Receiver> receivers) {}

    @Provide
    Arbitrary<Order> orders() {
        Arbitrary<List<HandoverCase>> cases = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(0, 5),
                        Arbitraries.integers().between(-1, 2))
                .as((open, value, from) -> new HandoverCase(
                        0,
                        from < 0 ? Optional.empty() : Optional.of("s" + from),
                        true,
                        LongStream.range(0, open).boxed().toList(),
                        0,
                        value,
                        0,
                        0))
                .list()
                .ofMaxSize(20)
                .map(HandoverPlanPropertyTests::numbered);
        Arbitrary<List<Receiver>> receivers = Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 5))
                .as((load, capacity, customers) -> new Receiver("", load, capacity, customers))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(list -> IntStream.range(0, list.size())
                        .mapToObj(i -> new Receiver(
                                "s" + i,
                                list.get(i).load(),
                                list.get(i).capacity(),
                                list.get(i).customers()))
                        .toList());
        return Combinators.combine(cases, receivers).as(Order::new);
    }

    private static List<HandoverCase> numbered(List<HandoverCase> cases) {
        return IntStream.range(0, cases.size())
                .mapToObj(i -> new HandoverCase(
                        i,
                        cases.get(i).from(),
                        true,
                        cases.get(i).opportunities(),
                        0,
                        cases.get(i).valueFen(),
                        0,
                        0))
                .toList();
    }

    @Property
    void everybodyGoesToSomebodyElseOnceOrNobodyElseIsThere(@ForAll("orders") Order order) {
        List<Handed> handed = HandoverPlan.of(order.cases(), order.receivers());
        Set<Integer> seen = new HashSet<>();
        assertThat(handed).allSatisfy(one -> {
            assertThat(one.what().from()).isNotEqualTo(Optional.of(one.to()));
            assertThat(seen.add(one.what().customer())).isTrue();
        });
        order.cases().stream()
                .filter(one -> !seen.contains(one.customer()))
                .forEach(left -> assertThat(order.receivers()).singleElement().satisfies(only -> assertThat(left.from())
                        .contains(only.staff())));
    }

    @Property
    void theOrderOfWhatIsGivenInDoesNotMatter(@ForAll("orders") Order order, @ForAll long seed) {
        List<HandoverCase> cases = new ArrayList<>(order.cases());
        List<Receiver> receivers = new ArrayList<>(order.receivers());
        Collections.shuffle(cases, new Random(seed));
        Collections.shuffle(receivers, new Random(seed));
        assertThat(HandoverPlan.of(cases, receivers)).isEqualTo(HandoverPlan.of(order.cases(), order.receivers()));
    }

    @Property
    void nobodyGetsMoreThanTheirRoomWhileAnotherCouldTakeIt(@ForAll("orders") Order order) {
        List<Handed> handed = HandoverPlan.of(order.cases(), order.receivers());
        boolean isOneAtATime = order.cases().stream()
                .allMatch(one -> one.opportunities().size() <= 1 && one.from().isEmpty());
        int open = order.cases().stream()
                .mapToInt(one -> one.opportunities().size())
                .sum();
        int room = order.receivers().stream()
                .mapToInt(one -> Math.max(0, one.capacity() - one.load()))
                .sum();
        if (isOneAtATime && open <= room) {
            order.receivers().forEach(receiver -> assertThat(handed.stream()
                            .filter(one -> one.to().equals(receiver.staff()))
                            .mapToInt(one -> one.what().opportunities().size())
                            .sum())
                    .isLessThanOrEqualTo(Math.max(0, receiver.capacity() - receiver.load())));
        }
    }
}
