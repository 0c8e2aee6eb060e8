package org.yinhang.decision.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yinhang.core.allocation.Allocation;
import org.yinhang.core.allocation.Allocator;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.decision.offer.OfferWeigher;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.lake.tag.TagFile;
import org.yinhang.lake.yaml.YamlNode;
import org.yinhang.product.GivenFacts;
import org.yinhang.product.Offers;
import org.yinhang.product.PolicyFields;
import org.yinhang.product.PolicyFile;

/** Calls draw on the time of whoever makes them; eight minutes each. */
class OutreachPeopleTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AsOf AS_OF = new AsOf(DAY, ZONE);
    private static final Catalogue CATALOGUE = PolicyFields.catalogue(TagFile.bundled());
    private static final ValueTerms VALUE = ValueTerms.bundled();
    private static final OutreachTerms TERMS = OutreachTerms.read(YamlNode.parse("""
            version: 1
            budget: 100万
            minutes: 1000000
            people: {account_manager: 80, caller: 160}
            expected_loss: 100亿
            channels: {}
            slots: {noon: {zh: 午间, en: Noon, from: 12, until: 14}}
            best_hour: "best_hour"
            usual_slot: noon
            """, "terms.yaml"));
    private static final List<OutreachPeople.Person> STAFF = List.of(
            new OutreachPeople.Person("M1", "B1", "一支行", "account_manager"),
            new OutreachPeople.Person("M2", "B1", "一支行", "account_manager"),
            new OutreachPeople.Person("M3", "B2", "二支行", "account_manager"),
            new OutreachPeople.Person("C1", "B9", "远程中心", "caller"),
            new OutreachPeople.Person("X1", "B1", "一支行", "credit_operator"));

    private static CandidateReader reader(OutreachPeople people) {
        return new CandidateReader(
                new OfferWeigher(
                        Offers.of(PolicyFile.bundled(), CATALOGUE, ZONE), Valuer.of(VALUE, CATALOGUE, AS_OF), DAY),
                TERMS,
                people,
                new TagApproachability(VALUE.channels(), CATALOGUE, AS_OF),
                CATALOGUE,
                AS_OF);
    }

    /** A customer worth calling, the more the higher their number. */
    private static Candidate candidate(CandidateReader reader, int customer, String manager) {
        Map<String, String> given = new LinkedHashMap<>(OutreachTests.TEACHER);
        given.put("consent_sms", "false");
        given.put("consent_push", "false");
        given.put("uplift_call_l101", Double.toString(0.02 + customer / 10_000.0));
        given.put("branch", "B1");
        if (!manager.isEmpty()) {
            given.put("account_manager", manager);
        }
        return reader.read(customer, GivenFacts.read(given, CATALOGUE));
    }

    private static Map<String, Long> planned(OutreachProblem problem, Allocation plan) {
        return new Outreach(problem.candidates(), problem, plan)
                .contacts().stream()
                        .collect(Collectors.groupingBy(
                                contact -> contact.candidate().people().getFirst(), Collectors.counting()));
    }

    @Test
    void nobodyCallsLongerThanTheirDay() {
        CandidateReader reader = reader(OutreachPeople.of(STAFF, TERMS));
        List<Candidate> bank = new ArrayList<>();
        IntStream.range(0, 40).forEach(customer -> bank.add(candidate(reader, customer, "M1")));
        IntStream.range(40, 45).forEach(customer -> bank.add(candidate(reader, customer, "M2")));
        IntStream.range(45, 50).forEach(customer -> bank.add(candidate(reader, customer, "M3")));
        IntStream.range(50, 90).forEach(customer -> bank.add(candidate(reader, customer, "")));
        OutreachProblem problem = OutreachProblem.of(bank, reader, 90, OutreachOption::valueFen);
        Allocation plan = Allocator.allocate(problem.options());

        assertThat(planned(problem, plan))
                .as("ten calls each fill a manager, twenty the callers; two managers have room left")
                .containsEntry("person:M1", 10L)
                .containsEntry("person:M2", 5L)
                .containsEntry("person:M3", 5L)
                .containsEntry("callers", 20L);
        assertThat(problem.limits().stream().map(OutreachProblem.LimitKind::code))
                .as("what cannot bind is no limit")
                .contains("person:M1", "branch:B1", "callers")
                .doesNotContain("person:M2", "person:M3", "branch:B2", "person:X1");
        int scarce = problem.limits().stream()
                .map(OutreachProblem.LimitKind::code)
                .toList()
                .indexOf("person:M1");
        double minute = plan.shadowPrices()[scarce];
        assertThat(minute).as("one more minute of M1 brings something").isPositive();
        long best = bank.stream()
                .filter(one -> one.people().contains("person:M1"))
                .flatMap(one -> one.options().stream())
                .mapToLong(OutreachOption::valueFen)
                .max()
                .orElseThrow();
        assertThat(minute * 8).as("and no more than a call").isLessThanOrEqualTo(best * 1.0001);
    }

    @Test
    void withoutAListOfStaffTheWholeBanksTimeAloneIsLimited() {
        CandidateReader reader = reader(OutreachPeople.NOBODY);
        Candidate one = candidate(reader, 1, "M1");
        assertThat(one.people()).isEmpty();
        assertThat(OutreachProblem.of(List.of(one), reader, 1, OutreachOption::valueFen)
                        .limits())
                .extracting(OutreachProblem.LimitKind::unit)
                .containsExactly("fen", "minutes", "fen");
    }

    @Test
    void withoutCallersTheBranchCallsWhomNobodyKeeps() {
        List<OutreachPeople.Person> field =
                STAFF.stream().filter(person -> !person.role().equals("caller")).toList();
        OutreachPeople people = OutreachPeople.of(field, TERMS);
        assertThat(people.drawnBy("", "B1")).containsExactly("branch:B1");
        assertThat(people.drawnBy("M3", "B1")).containsExactly("person:M3", "branch:B2");
        assertThat(people.drawnBy("unknown", "B7")).isEmpty();
        assertThat(people.pools()).hasEntrySatisfying("branch:B1", pool -> assertThat(pool.minutes())
                .isEqualTo(160));
    }
}
