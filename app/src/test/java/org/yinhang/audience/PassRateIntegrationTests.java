package org.yinhang.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.core.audience.Audience;
import org.yinhang.ingest.LakeReader;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Person;

/** Pass rates on the simulated bank, with the model of expected approval in force, against counts by hand. */
@ApplicationTest
class PassRateIntegrationTests {

    private static final Viewer ANALYST = Person.of("analyst", Role.ANALYST);

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Selections selections;

    @Autowired
    private LakeReader lake;

    @Autowired
    private MockMvc web;

    @Autowired
    private UserDetailsService staff;

    @BeforeEach
    void scores() {
        ScoredBank.fill(jobs, clock, shelf);
    }

    private <T> T ask(Function<Selection, T> question) {
        return selections.within(ANALYST, question).orElseThrow();
    }

    private PassRate rate(String predicate) {
        return ask(selection -> selection.passRate(selection.select(selection.read(predicate))));
    }

    /** One row an application: who, the last decision, its reason. */
    private record Decided(int customer, boolean isApproved, String reason) {}

    private List<Decided> decided(Audience members) {
        record Event(int customer, long application, LocalDateTime at, long id, String stage, String reason) {}
        LocalDate asOf = shelf.report().orElseThrow().asOf();
        LocalDateTime until =
                LocalDateTime.ofInstant(asOf.atStartOfDay(clock.zone()).toInstant(), ZoneOffset.UTC);
        LocalDateTime from = LocalDateTime.ofInstant(
                asOf.minusMonths(12).atStartOfDay(clock.zone()).toInstant(), ZoneOffset.UTC);
        Map<Long, Event> last = new HashMap<>();
        lake
                .read(session -> session.query(
                        "SELECT customer, application, occurred_at, id, stage, reject_reason FROM applications",
                        row -> new Event(
                                row.getInt(1),
                                row.getLong(2),
                                row.getObject(3, LocalDateTime.class),
                                row.getLong(4),
                                String.valueOf(row.getString(5)),
                                String.valueOf(row.getString(6)))))
                .stream()
                .filter(event -> Set.of("approved", "rejected").contains(event.stage()))
                .filter(event -> !event.at().isBefore(from) && event.at().isBefore(until))
                .filter(event -> members.contains(event.customer()))
                .sorted(Comparator.comparing(Event::at).thenComparing(Event::id))
                .forEach(event -> last.put(event.application(), event));
        return last.values().stream()
                .map(event -> new Decided(event.customer(), event.stage().equals("approved"), event.reason()))
                .toList();
    }

    @Test
    void pastDecisionsAreThoseOfTheMembersOwnApplicationsOfAYear() {
        String predicate = "age < 45";
        PassRate rate = rate(predicate);
        List<Decided> expected = decided(ask(selection -> selection.select(selection.read(predicate))));

        assertThat(rate.past().decided()).isEqualTo(expected.size()).isGreaterThan(50);
        assertThat(rate.past().approved())
                .isEqualTo(expected.stream().filter(Decided::isApproved).count());
        Map<String, Long> reasons = expected.stream()
                .filter(one -> !one.isApproved())
                .collect(Collectors.groupingBy(Decided::reason, Collectors.counting()));
        assertThat(rate.reasons()).isNotEmpty();
        assertThat(rate.reasons().stream()
                        .filter(reason -> !reason.code().equals(Decisions.OTHER))
                        .toList())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.applications()).isEqualTo(reasons.get(reason.code())));
        assertThat(rate.bank().decided()).isGreaterThan(rate.past().decided());
    }

    @Test
    void leavingOutGivesJustTheAudienceThatWasPromised() {
        PassRate before = rate("true");
        assertThat(before.basis()).isEqualTo(PassRate.Basis.SCORE);
        assertThat(before.leaveOuts()).isNotEmpty();

        before.leaveOuts().forEach(offer -> {
            PassRate after = rate("true and " + offer.condition());
            assertThat(after.members()).isEqualTo(before.members() - offer.fewer());
            assertThat(after.rate()).isEqualTo(offer.rate()).isGreaterThan(before.rate());
            assertThat(before.wasted() - after.wasted()).isBetween(offer.spared() - 2, offer.spared() + 2);
            assertThat(after.leaveOuts()).noneMatch(next -> next.below() <= offer.below());
        });
    }

    @Test
    void nothingIsSaidOfTheApplicationsOfAFew() {
        List<Integer> applicants = decided(ask(Selection::everybody)).stream()
                .map(Decided::customer)
                .distinct()
                .limit(9)
                .toList();
        Audience few =
                Audience.of(applicants.stream().mapToInt(Integer::intValue).toArray());

        PassRate rate = ask(selection -> selection.passRate(few));

        assertThat(rate.past()).isEqualTo(Decisions.UNTOLD);
        assertThat(rate.reasons()).isEmpty();
        assertThat(rate.members()).isEqualTo(9);
    }

    @Test
    void programsAreToldTheSameRate() throws Exception {
        PassRate expected = rate("age >= 30");
        String answer = web.perform(post("/api/v1/audiences/count")
                        .contentType("application/json")
                        .content("{\"predicate\": \"age >= 30\"}")
                        .with(user(staff.loadUserByUsername("analyst")))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(answer)
                .contains("\"basis\":\"score\"", "\"rate\":" + expected.rate(), "\"wasted\":" + expected.wasted());
    }
}
