package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yinhang.opportunity.AssignmentPlan.Waiting;

/** Laws of giving opportunities to people. */
class AssignmentPlanPropertyTests {

    private static final List<String> BRANCHES = List.of("/1/", "/1/2/", "/1/2/4/", "/1/2/5/", "/1/3/", "/1/3/6/");

    private static final List<String> FIELDS = List.of("family.car", "family.mortgage", "L101");

    /** A bank: who works, what waits. */
    record Bank(List<Seat> seats, List<Waiting> waiting) {}

    @Provide
    Arbitrary<Bank> banks() {
        Arbitrary<List<Seat>> seats = Combinators.combine(
                        Arbitraries.of(BRANCHES),
                        Arbitraries.of(true, false, false, false),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(WorkTeam.values()),
                        Arbitraries.of(FIELDS).set().ofMaxSize(2))
                .as((path, online, capacity, load, team, skills) ->
                        new Seat("", path, online, capacity, Math.min(load, capacity), team, skills))
                .list()
                .ofMaxSize(7)
                .map(AssignmentPlanPropertyTests::named);
        Arbitrary<List<Waiting>> waiting = Combinators.combine(
                        Arbitraries.of(BRANCHES.subList(2, 4)),
                        Arbitraries.integers().between(-4, 9),
                        Arbitraries.longs().between(0, 5),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(FIELDS))
                .as((path, manager, value, first, field) -> new Waiting(
                        0,
                        0,
                        path,
                        manager < 0 ? Optional.empty() : Optional.of("s" + manager),
                        value,
                        first,
                        Set.of(field)))
                .list()
                .ofMaxSize(30)
                .map(AssignmentPlanPropertyTests::numbered);
        return Combinators.combine(seats, waiting).as(Bank::new);
    }

    private static List<Seat> named(List<Seat> seats) {
        List<Seat> named = new ArrayList<>();
        for (Seat seat : seats) {
            named.add(with(seat, "s" + named.size(), seat.load()));
        }
        return named;
    }

    private static Seat with(Seat seat, String staff, int load) {
        return new Seat(staff, seat.branchPath(), seat.isOnline(), seat.capacity(), load, seat.team(), seat.skills());
    }

    private static List<Waiting> numbered(List<Waiting> waiting) {
        List<Waiting> numbered = new ArrayList<>();
        for (Waiting one : waiting) {
            numbered.add(new Waiting(
                    numbered.size() + 1L,
                    numbered.size() % 5,
                    one.branchPath(),
                    one.manager(),
                    one.valueFen(),
                    one.isFirst(),
                    one.fields()));
        }
        return numbered;
    }

    @Property
    void nobodyGetsMoreThanTheirCapacityAndNothingIsLeft(@ForAll("banks") Bank bank) {
        List<Placement> placements = AssignmentPlan.of(bank.waiting(), bank.seats());
        assertThat(placements.stream().map(Placement::opportunity))
                .containsExactlyInAnyOrderElementsOf(
                        bank.waiting().stream().map(Waiting::id).toList());
        Map<String, Integer> given = given(placements);
        assertThat(bank.seats()).allSatisfy(seat -> assertThat(seat.load() + given.getOrDefault(seat.staff(), 0))
                .isLessThanOrEqualTo(seat.capacity()));
    }

    @Property
    void whoHasAManagerGoesToThatManagerOrWaitsForThem(@ForAll("banks") Bank bank) {
        Map<Long, Waiting> waiting =
                bank.waiting().stream().collect(Collectors.toMap(Waiting::id, Function.identity()));
        Map<String, Seat> seats = bank.seats().stream().collect(Collectors.toMap(Seat::staff, Function.identity()));
        List<Placement> placements = AssignmentPlan.of(bank.waiting(), bank.seats());
        assertThat(placements).allSatisfy(placement -> {
            Optional<String> manager = Objects.requireNonNull(waiting.get(placement.opportunity()))
                    .manager()
                    .filter(seats::containsKey);
            if (manager.isPresent() && placement.staff().isPresent()) {
                assertThat(placement.staff()).isEqualTo(manager);
            }
            if (manager.isPresent() && placement.staff().isEmpty()) {
                Seat seat = Objects.requireNonNull(seats.get(manager.get()));
                long own = placements.stream()
                        .filter(one -> one.staff().equals(manager) && one.why() == Placement.Why.OWN_MANAGER)
                        .count();
                assertThat(seat.load() + own).as("a manager with room").isGreaterThanOrEqualTo(seat.capacity());
            }
        });
    }

    @Property
    void noOneNearWithRoomIsPassedOver(@ForAll("banks") Bank bank) {
        Map<String, Integer> given = given(AssignmentPlan.of(bank.waiting(), bank.seats()));
        boolean isPooled = AssignmentPlan.of(bank.waiting(), bank.seats()).stream()
                .anyMatch(placement -> placement.why() == Placement.Why.ALL_FULL);
        if (isPooled) {
            assertThat(bank.seats()).filteredOn(Seat::isOnline).allSatisfy(seat -> assertThat(
                            seat.load() + given.getOrDefault(seat.staff(), 0))
                    .isEqualTo(seat.capacity()));
        }
    }

    @Property
    void nobodyOfTheOtherTeamGetsAnythingWhileSomebodyNearOfTheirsHasRoom(@ForAll("banks") Bank bank) {
        List<Placement> placements = AssignmentPlan.of(bank.waiting(), bank.seats());
        Map<String, Integer> given = given(placements);
        Map<Long, Waiting> waiting = waiting(bank);
        Map<String, Seat> seats = seats(bank);
        assertThat(placements)
                .filteredOn(placement -> placement.why() != Placement.Why.OWN_MANAGER
                        && placement.staff().isPresent())
                .allSatisfy(placement -> {
                    Waiting one = Objects.requireNonNull(waiting.get(placement.opportunity()));
                    Seat got =
                            Objects.requireNonNull(seats.get(placement.staff().orElseThrow()));
                    assertThat(got.team().isFor(one.isFirst())).isEqualTo(placement.why() != Placement.Why.OTHER_TEAM);
                    if (placement.why() == Placement.Why.OTHER_TEAM) {
                        assertThat(bank.seats())
                                .filteredOn(seat -> seat.team().isFor(one.isFirst())
                                        && (seat.isOnline() || seat.branchPath().startsWith(one.branchPath())))
                                .allMatch(seat -> isFull(seat, given));
                    }
                });
    }

    @Property
    void whoIsGoodAtItComesFirstOfThoseEquallyNear(@ForAll("banks") Bank bank) {
        List<Placement> placements = AssignmentPlan.of(bank.waiting(), bank.seats());
        Map<String, Integer> given = given(placements);
        Map<Long, Waiting> waiting = waiting(bank);
        assertThat(placements)
                .filteredOn(placement -> placement.why() == Placement.Why.TEAM)
                .allSatisfy(placement -> {
                    Waiting one = Objects.requireNonNull(waiting.get(placement.opportunity()));
                    assertThat(bank.seats())
                            .filteredOn(seat -> !seat.isOnline()
                                    && seat.branchPath().startsWith(one.branchPath())
                                    && seat.team().isFor(one.isFirst())
                                    && seat.isGoodAt(one.fields()))
                            .allMatch(seat -> isFull(seat, given));
                });
    }

    @Property
    void nothingIsPooledForWantOfSkillOrTeam(@ForAll("banks") Bank bank) {
        List<Placement> placements = AssignmentPlan.of(bank.waiting(), bank.seats());
        Map<String, Integer> given = given(placements);
        Map<Long, Waiting> waiting = waiting(bank);
        assertThat(placements)
                .filteredOn(placement -> placement.why() == Placement.Why.ALL_FULL)
                .allSatisfy(placement -> {
                    String path = Objects.requireNonNull(waiting.get(placement.opportunity()))
                            .branchPath();
                    assertThat(bank.seats())
                            .filteredOn(
                                    seat -> seat.isOnline() || seat.branchPath().startsWith(path))
                            .allMatch(seat -> isFull(seat, given));
                });
    }

    @Property
    void whoFollowsUpIsOfTheSameBranchHasRoomAndTheSkillWhereAnybodyHas(@ForAll("banks") Bank bank) {
        Set<String> fields = Set.of("family.car");
        List<Seat> able = bank.seats().stream()
                .filter(seat -> seat.team() == WorkTeam.FOLLOW_UP
                        && seat.branchPath().equals("/1/2/4/")
                        && seat.load() < seat.capacity())
                .toList();
        Optional<Seat> follower = AssignmentPlan.follower("/1/2/4/", fields, bank.seats());
        assertThat(follower.isPresent()).isEqualTo(!able.isEmpty());
        follower.ifPresent(seat -> {
            assertThat(able).contains(seat);
            assertThat(seat.isGoodAt(fields)).isEqualTo(able.stream().anyMatch(one -> one.isGoodAt(fields)));
        });
    }

    private static boolean isFull(Seat seat, Map<String, Integer> given) {
        return seat.load() + given.getOrDefault(seat.staff(), 0) == seat.capacity();
    }

    private static Map<Long, Waiting> waiting(Bank bank) {
        return bank.waiting().stream().collect(Collectors.toMap(Waiting::id, Function.identity()));
    }

    private static Map<String, Seat> seats(Bank bank) {
        return bank.seats().stream().collect(Collectors.toMap(Seat::staff, Function.identity()));
    }

    @Property
    void theOrderOfWhatIsGivenDoesNotMatter(@ForAll("banks") Bank bank, @ForAll Random random) {
        List<Waiting> waiting = new ArrayList<>(bank.waiting());
        List<Seat> seats = new ArrayList<>(bank.seats());
        Collections.shuffle(waiting, random);
        Collections.shuffle(seats, random);
        assertThat(AssignmentPlan.of(waiting, seats)).isEqualTo(AssignmentPlan.of(bank.waiting(), bank.seats()));
    }

    @Property
    void planningAgainAfterAPartGivesTheRest(@ForAll("banks") Bank bank, @ForAll Random random) {
        List<Placement> whole = AssignmentPlan.of(bank.waiting(), bank.seats());
        int cut = whole.isEmpty() ? 0 : random.nextInt(whole.size() + 1);
        List<Placement> done = whole.subList(0, cut);
        Map<String, Integer> given = given(done);
        List<Long> placed = done.stream().map(Placement::opportunity).toList();
        List<Seat> seats = bank.seats().stream()
                .map(seat -> with(seat, seat.staff(), seat.load() + given.getOrDefault(seat.staff(), 0)))
                .toList();
        List<Waiting> left = bank.waiting().stream()
                .filter(one -> !placed.contains(one.id()))
                .toList();
        assertThat(AssignmentPlan.of(left, seats)).isEqualTo(whole.subList(cut, whole.size()));
    }

    private static Map<String, Integer> given(List<Placement> placements) {
        Map<String, Integer> given = new HashMap<>();
        placements.forEach(placement -> placement.staff().ifPresent(staff -> given.merge(staff, 1, Integer::sum)));
        return given;
    }
}
