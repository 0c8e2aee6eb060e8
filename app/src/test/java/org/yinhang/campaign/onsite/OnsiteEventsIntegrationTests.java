package org.yinhang.campaign.onsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yinhang.audience.CustomerLists;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

@ApplicationTest
class OnsiteEventsIntegrationTests {

    private static final Viewer HEAD = Person.of("head", Role.BRANCH_HEAD);

    @Autowired
    private OnsiteEvents events;

    @Autowired
    private OnsiteGuests guests;

    @Autowired
    private CustomerLists lists;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @BeforeEach
    void fill() {
        FilledBank.fill(jobs, clock);
    }

    private EventPlan plan(String theme, LocalDate day, int expected) {
        return new EventPlan(
                theme,
                "9:30 签到；9:45 装修报价怎么看；10:30 一对一咨询",
                "咨询环节由客户经理介绍装修分期与综合融资成本",
                "L105",
                events.places(HEAD).getLast().code(),
                "支行二楼",
                day,
                LocalTime.of(9, 30),
                LocalTime.of(11, 30),
                expected);
    }

    private OnsiteEvent planned(int expected) {
        long id = events.plan(plan("看懂装修报价", clock.today().plusDays(20), expected), HEAD);
        return events.find(id, HEAD).orElseThrow();
    }

    private OnsiteEvent now(OnsiteEvent event) {
        return events.find(event.id(), HEAD).orElseThrow();
    }

    private void tick(OnsiteEvent event, Phase phase) {
        Arrays.stream(EventTask.values())
                .filter(task -> task.phase() == phase)
                .forEach(task -> events.tick(event, task, true, "", HEAD));
    }

    @Test
    void fourBeforeThreeDuringTwoAfter() {
        OnsiteEvent event = planned(10);
        List<ChecklistEntry> checklist = events.checklist(event);
        assertThat(checklist)
                .extracting(entry -> entry.task().phase())
                .containsExactly(
                        Phase.BEFORE,
                        Phase.BEFORE,
                        Phase.BEFORE,
                        Phase.BEFORE,
                        Phase.DURING,
                        Phase.DURING,
                        Phase.DURING,
                        Phase.AFTER,
                        Phase.AFTER);
        assertThat(checklist.getFirst().due()).isEqualTo(event.plan().day().minusDays(14));
        assertThat(checklist.getLast().due()).isEqualTo(event.plan().day().plusDays(3));
        for (Phase phase : Phase.values()) {
            assertThatThrownBy(() -> events.goOn(event, HEAD)).hasMessageContaining("CAM-5004");
            tick(event, phase);
            events.goOn(event, HEAD);
        }
        assertThat(now(event).state()).isEqualTo(EventState.CLOSED);
        assertThat(now(event).tasksDone()).isEqualTo(9);
        assertThatThrownBy(() -> events.tick(event, EventTask.REVIEW, false, "", HEAD))
                .as("a closed event stays as it is")
                .hasMessageContaining("CAM-5006");
    }

    @Test
    void aThingTakenBackHoldsTheEventAgain() {
        OnsiteEvent event = planned(10);
        tick(event, Phase.BEFORE);
        events.tick(event, EventTask.MATERIALS, false, "", HEAD);
        assertThatThrownBy(() -> events.goOn(event, HEAD))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("materials");
    }

    @Test
    void guestsSignInOnceWhileTheEventRuns() {
        OnsiteEvent event = planned(10);
        assertThat(guests.invite(event, List.of(11, 12, 13, 12, 999_999), HEAD)).isEqualTo(3);
        assertThat(guests.invite(event, List.of(13, 14), HEAD)).isEqualTo(1);
        assertThatThrownBy(() -> guests.signIn(event, 11, true, HEAD)).hasMessageContaining("CAM-5006");
        tick(event, Phase.BEFORE);
        events.goOn(event, HEAD);
        guests.signIn(event, 11, true, HEAD);
        assertThatThrownBy(() -> guests.signIn(event, 11, true, HEAD)).hasMessageContaining("CAM-5007");
        assertThatThrownBy(() -> guests.outcome(event, 12, GuestOutcome.APPLIED, HEAD))
                .as("who did not come has no outcome")
                .hasMessageContaining("CAM-5007");
        guests.outcome(event, 11, GuestOutcome.APPLIED, HEAD);
        guests.uninvite(event, 14, HEAD);
        guests.countWalkIns(event, 5, HEAD);
        assertThatThrownBy(() -> guests.uninvite(event, 11, HEAD)).hasMessageContaining("CAM-5007");
        OnsiteEvent after = now(event);
        assertThat(List.of(after.guests(), after.came(), after.applied(), after.interested(), after.walkIns()))
                .containsExactly(3, 1, 1, 0, 5);
        guests.signIn(event, 11, false, HEAD);
        assertThat(now(event).applied())
                .as("a sign-in taken back takes the outcome along")
                .isZero();
    }

    @Test
    void moreGuestsThanThereIsRoomForAreRefusedAltogether() {
        OnsiteEvent event = planned(3);
        assertThatThrownBy(() ->
                        guests.invite(event, IntStream.range(20, 24).boxed().toList(), HEAD))
                .hasMessageContaining("CAM-5005");
        assertThat(now(event).guests()).isZero();
    }

    @Test
    void everythingWrongWithAPlanIsSaidAtOnceAndInducingWordsAreRefused() {
        EventPlan bad = plan("低门槛，秒到账，利率最低", clock.today().minusDays(1), 0);
        assertThatThrownBy(() -> events.plan(bad, HEAD))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.faults()).extracting(Fault::code).contains("CAM-5001", "CAM-5002"));
    }

    @Test
    void theGuestsBecomeAListForACampaign() {
        OnsiteEvent event = planned(10);
        guests.invite(event, List.of(31, 32), HEAD);
        String name = guests.listOf(event, HEAD).name();
        assertThat(lists.find(name).orElseThrow().customers()).isEqualTo(2);
    }

    @Test
    void aBranchSeesItsOwnAndThoseAboveButNotItsNeighbours() {
        OnsiteEvent event = planned(10);
        String path = events.places(HEAD).getLast().path();
        assertThat(events.find(event.id(), Person.headOf(path + "77/")))
                .as("below")
                .isPresent();
        assertThat(events.find(event.id(), Person.headOf(path))).as("itself").isPresent();
        Viewer neighbour = Person.headOf(path.replaceAll("\\d+/$", "") + "99999/");
        assertThat(events.find(event.id(), neighbour)).isEmpty();
        assertThat(events.page(ListQuery.first(), neighbour).total()).isZero();
    }

    @Test
    void onlyTheBranchThatHoldsAnEventOrOneAboveItLeadsIt() {
        OnsiteEvent event = planned(10);
        Viewer below = Person.headOf(event.branchPath() + "77/");
        assertThatThrownBy(() -> events.cancel(event, below)).hasMessageContaining("CAM-5008");
        assertThatThrownBy(() -> events.goOn(event, below)).hasMessageContaining("CAM-5008");
        assertThatThrownBy(() ->
                        events.give(event, EventTask.PLAN, "head", event.plan().day(), below))
                .hasMessageContaining("CAM-5008");
        assertThatThrownBy(() -> events.tick(event, EventTask.PLAN, true, "", below))
                .hasMessageContaining("CAM-5008");
        events.give(event, EventTask.PLAN, "manager", event.plan().day(), HEAD);
        events.tick(event, EventTask.PLAN, true, "", new Person("manager", below.roles(), below.branchPath()));
        assertThat(now(event).tasksDone()).as("who was given a thing ticks it").isEqualTo(1);
        assertThat(now(event).state()).isEqualTo(EventState.PLANNED);
    }
}
