package org.yinhang.decision.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yinhang.core.allocation.Allocation;
import org.yinhang.core.allocation.Allocator;
import org.yinhang.core.fault.FaultException;
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

class OutreachTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AsOf AS_OF = new AsOf(DAY, ZONE);
    private static final Catalogue CATALOGUE = PolicyFields.catalogue(TagFile.bundled());
    private static final ValueTerms VALUE = ValueTerms.bundled();
    private static final CandidateReader READER = new CandidateReader(
            new OfferWeigher(Offers.of(PolicyFile.bundled(), CATALOGUE, ZONE), Valuer.of(VALUE, CATALOGUE, AS_OF), DAY),
            OutreachTerms.bundled(),
            OutreachPeople.NOBODY,
            new TagApproachability(VALUE.channels(), CATALOGUE, AS_OF),
            CATALOGUE,
            AS_OF);

    /** Somebody every product may be offered to. */
    static final Map<String, String> TEACHER = Map.ofEntries(
            Map.entry("age", "35"),
            Map.entry("income", "1万"),
            Map.entry("employer_class", "stable"),
            Map.entry("employer_industry", "science_education_health"),
            Map.entry("admission_class", "6"),
            Map.entry("application_risk", "0.02"),
            Map.entry("bureau_inquiries", "1"),
            Map.entry("bureau_overdue", "0"),
            Map.entry("bureau_overdue_run", "0"),
            Map.entry("joint_debt", "low"),
            Map.entry("home_owner", "true"),
            Map.entry("occupation", "teacher"),
            Map.entry("risk_preference", "c2"),
            Map.entry("small_business", "false"),
            Map.entry("expected_approval", "0.8"),
            Map.entry("response_l101", "0.1"),
            Map.entry("response_l102", "0.05"),
            Map.entry("uplift_call_l101", "0.02"),
            Map.entry("uplift_call_l102", "0.02"),
            Map.entry("uplift_sms_l101", "0.004"),
            Map.entry("uplift_sms_l102", "0.004"),
            Map.entry("uplift_push_l101", "-0.002"),
            Map.entry("uplift_push_l102", "-0.002"),
            Map.entry("on_hold", "false"),
            Map.entry("consent_profiling", "true"),
            Map.entry("consent_call", "true"),
            Map.entry("consent_sms", "true"),
            Map.entry("consent_push", "true"),
            Map.entry("best_hour", "19"));

    private static Candidate candidate(int customer, Map<String, String> other) {
        Map<String, String> given = new LinkedHashMap<>(TEACHER);
        given.putAll(other);
        return READER.read(customer, GivenFacts.read(given, CATALOGUE));
    }

    private static List<String> channels(Candidate candidate) {
        return candidate.options().stream()
                .map(option -> READER.channels().get(option.channel()).code())
                .distinct()
                .toList();
    }

    @Test
    void everyWayThatBringsSomethingIsAnOptionAndNoOther() {
        Candidate candidate = candidate(1, Map.of());
        // WeCom is not agreed to; a push would do harm.
        assertThat(channels(candidate)).containsExactlyInAnyOrder("call", "sms");
        assertThat(candidate.options())
                .extracting(option -> READER.products().get(option.product()))
                .contains("L101", "L102");
        assertThat(candidate.options())
                .allSatisfy(option -> assertThat(option.valueFen()).isPositive());
        assertThat(READER.terms().slots().get(candidate.slot()).code()).isEqualTo("evening");
        assertThat(candidate.refusals()).isEmpty();
    }

    @Test
    void whatIsNotKnownRefuses() {
        assertThat(candidate(1, Map.of("on_hold", "null")).refusals()).contains("ON_HOLD");
        assertThat(candidate(1, Map.of("consent_profiling", "null")).refusals()).contains("AUTOMATED_DECISION_OPT_OUT");
        Candidate silent = candidate(1, Map.of("consent_call", "null", "consent_sms", "false", "consent_push", "null"));
        assertThat(silent.refusals()).containsExactly("CHANNEL_NOT_CONSENTED");
        assertThat(silent.options()).isEmpty();
    }

    @Test
    void everyReasonIsKeptWhereNothingMayBeOffered() {
        Candidate refused = candidate(1, Map.of("bureau_overdue_run", "4", "age", "17"));
        assertThat(refused.options()).isEmpty();
        assertThat(refused.refusals().size()).isGreaterThan(1);
        assertThat(candidate(1, Map.of("expected_approval", "null")).refusals()).contains("NO_SCORE");
        assertThat(candidate(1, Map.of("expected_approval", "0")).refusals()).contains("NO_POSITIVE_VALUE");
    }

    @Test
    void thePlanKeepsEveryLimitOfTheTerms() {
        List<Candidate> bank = new ArrayList<>();
        IntStream.range(0, 1_000)
                .forEach(customer -> bank.add(candidate(
                        customer,
                        Map.of(
                                "uplift_call_l101",
                                Double.toString(0.01 + customer / 40_000.0),
                                "uplift_call_l102",
                                Double.toString(0.01 + customer / 40_000.0),
                                "small_business",
                                Boolean.toString(customer % 10 == 0),
                                "consent_wecom",
                                "true",
                                "uplift_wecom_l101",
                                Double.toString(0.02 - customer / 60_000.0),
                                "uplift_wecom_l102",
                                Double.toString(0.02 - customer / 60_000.0)))));
        OutreachProblem problem = OutreachProblem.of(bank, READER, 1_000, OutreachOption::valueFen);
        Allocation plan = Allocator.allocate(problem.options());
        // Ten calls use the budget up, so whole numbers cost something.
        assertThat(plan.gap()).isLessThan(0.03);
        double[] drawn = plan.drawn();
        for (int r = 0; r < drawn.length; r++) {
            assertThat(drawn[r])
                    .isLessThanOrEqualTo(problem.options().limits().get(r).amount() + 1e-6);
        }
        Outreach outreach = new Outreach(bank, problem, plan);
        List<Outreach.Contact> contacts = outreach.contacts();
        assertThat(contacts)
                .extracting(contact -> contact.candidate().customer())
                .doesNotHaveDuplicates();
        long owners = contacts.stream()
                .filter(contact -> contact.candidate().shares().get(0))
                .count();
        assertThat(owners).isGreaterThanOrEqualTo(contacts.size() / 20);
        assertThat(contacts.stream()
                        .mapToLong(contact -> contact.option().valueFen())
                        .sum())
                .isEqualTo((long) plan.value());
        assertThat(outreach.refusals().getOrDefault("CAPACITY_REACHED", 0)).isEqualTo(1_000 - contacts.size());
    }

    @Test
    void wrongTermsSayWhere() {
        assertThatThrownBy(() -> OutreachTerms.read(YamlNode.parse("""
                        version: 1
                        budget: a lot
                        minutes: 10
                        expected_loss: 1万
                        channels: {}
                        slots: {noon: {zh: 午间, en: Noon, from: 12, until: 14}}
                        best_hour: "best_hour"
                        usual_slot: noon
                        """, "terms.yaml")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("a lot")
                .hasMessageContaining("terms.yaml");
    }
}
