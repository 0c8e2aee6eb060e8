package org.yinhang.compliance.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.ContactDesk;
import org.yinhang.compliance.Hold;
import org.yinhang.compliance.Holds;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.compliance.policy.Touches;
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
class ComplaintsIntegrationTests {

    private static final AtomicInteger NEXT = new AtomicInteger(700);
    private static final AtomicInteger REQUEST = new AtomicInteger();

    private static final Viewer MANAGER = Person.of("manager", Role.ACCOUNT_MANAGER);
    private static final Viewer OFFICER = Person.of("compliance", Role.COMPLIANCE);

    @Autowired
    private Complaints complaints;

    @Autowired
    private Holds holds;

    @Autowired
    private ContactDesk desk;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    @Autowired
    private UserDetailsService staff;

    @BeforeEach
    void fill() {
        FilledBank.fill(jobs, clock);
    }

    private static int customer() {
        return NEXT.incrementAndGet();
    }

    private static Grievance about(int customer, Entrance entrance, Severity severity) {
        return new Grievance(
                "it-" + REQUEST.incrementAndGet(), customer, entrance, ComplaintSubject.HARASSMENT, severity, "一天三个电话");
    }

    private Complaint taken(int customer) {
        return complaints.take(about(customer, Entrance.CALL, Severity.ORDINARY), MANAGER);
    }

    private List<Hold> activeHolds(int customer) {
        return holds.of(customer).stream()
                .filter(hold -> hold.isActive(clock.now().toInstant()))
                .toList();
    }

    private boolean isHeldByComplaint(int customer) {
        return desk
                .clear(Touches.channel("sms", "complaint-test-" + REQUEST.incrementAndGet(), customer))
                .verdict()
                .reasons()
                .stream()
                .map(Refusal::token)
                .anyMatch("COMPLAINT_OPEN"::equals);
    }

    @Test
    void marketingStopsWithTheIntakeAndComesBackWithTheDecision() {
        int customer = customer();
        holds.set(customer, HoldKind.MANUAL, "a hold of somebody else", Optional.empty(), OFFICER);
        Complaint complaint = taken(customer);
        assertThat(isHeldByComplaint(customer)).isTrue();
        complaints.talk(complaint.id(), "道歉，客户接受", MANAGER);
        complaints.decide(complaint.id(), ComplaintFinding.JUSTIFIED, "属实，已提醒", false, OFFICER);
        assertThat(isHeldByComplaint(customer)).isFalse();
        assertThat(activeHolds(customer)).extracting(Hold::reason).containsExactly("a hold of somebody else");
        assertThat(complaints.steps(complaint))
                .extracting(ComplaintStep::kind)
                .containsExactly(StepKind.DECIDED, StepKind.TALK, StepKind.TAKEN);
    }

    @Test
    void theDecisionOfOneComplaintLeavesTheHoldOfAnother() {
        int customer = customer();
        Complaint first = taken(customer);
        Complaint second = taken(customer);
        complaints.decide(first.id(), ComplaintFinding.WITHDRAWN, "撤回", false, OFFICER);
        assertThat(isHeldByComplaint(customer)).isTrue();
        complaints.decide(second.id(), ComplaintFinding.WITHDRAWN, "撤回", false, OFFICER);
        assertThat(isHeldByComplaint(customer)).isFalse();
    }

    @Test
    void whoWantsPeaceStaysOnHoldAndAReopenedComplaintHoldsAgain() {
        int customer = customer();
        Complaint complaint = taken(customer);
        complaints.decide(complaint.id(), ComplaintFinding.WITHDRAWN, "只要不再打电话", true, OFFICER);
        assertThat(activeHolds(customer)).extracting(Hold::kind).containsExactly(HoldKind.MANUAL);
        complaints.reopen(complaint.id(), "又打来了", MANAGER);
        assertThat(activeHolds(customer)).extracting(Hold::kind).contains(HoldKind.COMPLAINT, HoldKind.MANUAL);
        assertThat(complaints.of(customer).getFirst().isOpen()).isTrue();
    }

    @Test
    void aSeriousOneIsTalkedAboutWithinADayAndARegulatorsIsAlwaysSerious() {
        Complaint ordinary = taken(customer());
        Complaint regulator = complaints.take(about(customer(), Entrance.REGULATOR, Severity.ORDINARY), MANAGER);
        assertThat(regulator.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(Duration.between(regulator.takenAt(), regulator.talkBy())).isEqualTo(Duration.ofDays(1));
        assertThat(Duration.between(ordinary.takenAt(), ordinary.talkBy())).isEqualTo(Duration.ofDays(3));
        complaints.raise(ordinary.id(), "客户情绪激动", MANAGER);
        Complaint raised = complaints.of(ordinary.customer()).getFirst();
        assertThat(Duration.between(raised.takenAt(), raised.talkBy())).isEqualTo(Duration.ofDays(1));
        Instant justBefore = raised.takenAt().plus(Duration.ofDays(1));
        assertThat(raised.isLate(justBefore)).isFalse();
        assertThat(raised.isLate(justBefore.plusSeconds(1))).isTrue();
    }

    @Test
    void nobodyDecidesBeforeTheCustomerWasTalkedTo() {
        Complaint complaint = taken(customer());
        assertThatThrownBy(() -> complaints.decide(complaint.id(), ComplaintFinding.UNFOUNDED, "没有证据", false, OFFICER))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("CMP-4005");
        assertThat(isHeldByComplaint(complaint.customer())).isTrue();
    }

    @Test
    void onlyComplianceExtendsBeyondTheUsualLimit() {
        Complaint complaint = taken(customer());
        LocalDate day = clock.today();
        assertThatThrownBy(() -> complaints.extend(complaint.id(), day.plusDays(31), "复杂", MANAGER))
                .hasMessageContaining("CMP-4003");
        assertThatThrownBy(() -> complaints.extend(complaint.id(), day.plusDays(15), "不更晚", MANAGER))
                .hasMessageContaining("CMP-4003");
        complaints.extend(complaint.id(), day.plusDays(30), "等待第三方", MANAGER);
        complaints.extend(complaint.id(), day.plusDays(60), "等待第三方", OFFICER);
        assertThatThrownBy(() -> complaints.extend(complaint.id(), day.plusDays(61), "更久", OFFICER))
                .hasMessageContaining("CMP-4003");
    }

    @Test
    void theSameRequestAtOnceIsOneComplaintAndOneHold() throws Exception {
        int customer = customer();
        Grievance grievance = about(customer, Entrance.APP, Severity.ORDINARY);
        int threads = 6;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Complaint>> taken = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                Callable<Complaint> attempt = () -> {
                    start.await();
                    return complaints.take(grievance, MANAGER);
                };
                taken.add(pool.submit(attempt));
            }
            start.countDown();
        }
        for (Future<Complaint> each : taken) {
            assertThat(each.get().id()).isEqualTo(taken.getFirst().get().id());
        }
        assertThat(complaints.of(customer)).hasSize(1);
        assertThat(activeHolds(customer)).hasSize(1);
    }

    @Test
    void whatWasSaidIsUnreadableInTheDatabaseAndStepsStay() {
        Complaint complaint = taken(customer());
        byte[] kept = jdbc.sql("SELECT story FROM complaint WHERE id = ?")
                .param(complaint.id())
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("三个电话");
        assertThat(complaints.story(complaint, OFFICER)).isEqualTo("一天三个电话");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM complaint_step WHERE complaint = ?")
                        .param(complaint.id())
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void anotherBranchFindsNothing() {
        Complaint complaint = taken(customer());
        DataScope elsewhere = new DataScope.BranchSubtree("/nowhere/");
        assertThat(complaints.find(complaint.id(), elsewhere)).isEmpty();
        assertThat(complaints.page(ListQuery.first(), elsewhere).total()).isZero();
        assertThat(complaints.figures(elsewhere).open()).isZero();
    }

    @Test
    void figuresCountWhatTheListShows() {
        taken(customer());
        ListQuery open = new ListQuery("", Map.of("state", "open"), "", false, 1, 500);
        ListQuery late = new ListQuery("", Map.of("state", "late"), "", false, 1, 500);
        ComplaintFigures figures = complaints.figures(DataScope.wholeBank());
        assertThat(figures.open())
                .isEqualTo(complaints.page(open, DataScope.wholeBank()).total());
        assertThat(figures.late())
                .isEqualTo(complaints.page(late, DataScope.wholeBank()).total());
        assertThat(figures.subjects().stream()
                        .mapToLong(count -> count.serious() + count.ordinary())
                        .sum())
                .isEqualTo(figures.taken());
    }

    @Test
    void anotherSystemTakesComplaintsInForCustomersItMaySee() throws Exception {
        int customer = customer();
        String body = """
                {"request": "cc-%d", "customer": %d, "entrance": "CALL", "subject": "FEE", "severity": "SERIOUS", "story": "多收费"}""";
        for (int again = 0; again < 2; again++) {
            web.perform(post("/api/v1/complaints")
                            .with(user(staff.loadUserByUsername("compliance")))
                            .with(csrf())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body.formatted(customer, customer)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.severity").value("SERIOUS"));
        }
        assertThat(complaints.of(customer)).hasSize(1);
        web.perform(post("/api/v1/complaints")
                        .with(user(staff.loadUserByUsername("compliance")))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.formatted(999_999, 999_999)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aRequestThatWasAnotherComplaintIsRefusedAndTellsNothingOfIt() {
        Complaint first = taken(customer());
        String name = "it-" + REQUEST.get();
        int other = customer();
        Grievance reused =
                new Grievance(name, other, Entrance.CALL, ComplaintSubject.FEE, Severity.SERIOUS, "another story");
        assertThatThrownBy(() -> complaints.take(reused, MANAGER))
                .hasMessageContaining("CMP-4006")
                .hasMessageNotContaining("complaint " + first.id());
        assertThat(complaints.of(other)).isEmpty();
        assertThat(activeHolds(other)).isEmpty();
    }

    @Test
    void theHoldOfAnOpenComplaintIsNotLiftedByHand() {
        Complaint complaint = taken(customer());
        long hold = activeHolds(complaint.customer()).getFirst().id();
        assertThatThrownBy(() -> holds.lift(hold, "somebody asks", OFFICER)).hasMessageContaining("CMP-2013");
        assertThat(isHeldByComplaint(complaint.customer())).isTrue();
    }

    @Test
    void aReopenedComplaintIsExtendedFromItsReopening() {
        Complaint complaint = taken(customer());
        complaints.decide(complaint.id(), ComplaintFinding.WITHDRAWN, "撤回", false, OFFICER);
        jdbc.sql(
                        "UPDATE complaint SET taken_at = taken_at - INTERVAL '70 days', talk_by = talk_by - INTERVAL '70 days' WHERE id = ?")
                .param(complaint.id())
                .update();
        complaints.reopen(complaint.id(), "又来投诉", MANAGER);
        complaints.extend(complaint.id(), clock.today().plusDays(25), "等待第三方", MANAGER);
        assertThat(complaints.of(complaint.customer()).getFirst().decideBy())
                .isAfter(clock.now().plusDays(24).toInstant());
    }

    @Test
    void whoWithdrewInTimeIsNoMissedTalk() {
        Complaint complaint = taken(customer());
        complaints.decide(complaint.id(), ComplaintFinding.WITHDRAWN, "撤回", false, OFFICER);
        ComplaintFigures before = complaints.figures(DataScope.wholeBank());
        jdbc.sql("""
                UPDATE complaint SET taken_at = taken_at - INTERVAL '9 days', talk_by = talk_by - INTERVAL '9 days',
                decided_at = decided_at - INTERVAL '9 days' WHERE id = ?""").param(complaint.id()).update();
        assertThat(complaints.figures(DataScope.wholeBank()).toBeTalked()).isEqualTo(before.toBeTalked());
    }

    @Test
    void wordsOfASecondRaiseAreKept() {
        Complaint complaint = complaints.take(about(customer(), Entrance.CALL, Severity.SERIOUS), MANAGER);
        complaints.raise(complaint.id(), "媒体已介入", OFFICER);
        assertThat(complaints.steps(complaint)).extracting(ComplaintStep::words).contains("媒体已介入");
    }

    @Test
    void whatIsMissingInARequestIsNamed() throws Exception {
        web.perform(post("/api/v1/complaints")
                        .with(user(staff.loadUserByUsername("compliance")))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"customer\": 5}"))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(allOf(containsString("CMP-4007"), containsString("story"))));
    }
}
