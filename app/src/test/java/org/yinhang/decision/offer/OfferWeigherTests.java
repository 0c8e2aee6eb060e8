package org.yinhang.decision.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.lake.tag.TagFile;
import org.yinhang.product.GivenFacts;
import org.yinhang.product.Offers;
import org.yinhang.product.PolicyFields;
import org.yinhang.product.PolicyFile;

class OfferWeigherTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Catalogue CATALOGUE = PolicyFields.catalogue(TagFile.bundled());
    private static final OfferWeigher DESK = new OfferWeigher(
            Offers.of(PolicyFile.bundled(), CATALOGUE, ZONE),
            Valuer.of(ValueTerms.bundled(), CATALOGUE, new AsOf(DAY, ZONE)),
            DAY);

    private static final Map<String, String> TEACHER = Map.ofEntries(
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
            Map.entry("expected_approval", "0.8"),
            Map.entry("response_l101", "0.1"),
            Map.entry("response_l102", "0.05"),
            Map.entry("uplift_call_l101", "0.04"),
            Map.entry("uplift_call_l102", "0.02"),
            Map.entry("uplift_sms_l101", "0.002"));

    private static ConsideredOffer considered(String product, Map<String, String> given, boolean neutral) {
        return DESK.consider(GivenFacts.read(given, CATALOGUE), neutral).stream()
                .filter(one -> one.product().equals(product))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> given = new LinkedHashMap<>(TEACHER);
        given.put(field, value);
        return given;
    }

    @Test
    void anApproachIsWorthItsLiftTimesApprovalTimesMarginLessItsCost() {
        ConsideredOffer offer = considered("L101", TEACHER, false);
        Worth worth = offer.worth().orElseThrow();
        assertThat(worth.lifts().get("call")).isCloseTo(0.04, within(1e-12));
        double margin = worth.margin().fen();
        assertThat(margin).isPositive();
        assertThat(worth.values().get("call")).isEqualTo(Math.round(0.04 * 0.8 * margin - 600));
        assertThat(worth.values().get("sms")).isEqualTo(Math.round(0.002 * 0.8 * margin - 5));
        assertThat(worth.asked()).isEqualTo(Math.round(0.1 * 0.8 * margin));
    }

    @Test
    void aMarginIsWhatThePriceLeavesAboveAllCosts() {
        ConsideredOffer offer = considered("L101", TEACHER, false);
        var price = offer.assessment().price().orElseThrow();
        int costs = price.parts().stream()
                .filter(part ->
                        List.of("ftp", "expected_loss", "operating", "capital").contains(part.name()))
                .mapToInt(part -> part.rate().ppm())
                .sum();
        double limit = offer.assessment().limit().orElseThrow().limit().fen();
        assertThat(offer.worth().orElseThrow().margin().fen())
                .isEqualTo(Math.round(limit * 0.45 * (price.rate().ppm() - costs) / 1e6));
    }

    @Test
    void aMissingScoreLeavesTheChannelOutAndIsWorthNothing() {
        Worth worth = considered("L101", with("uplift_call_l101", "null"), false)
                .worth()
                .orElseThrow();
        assertThat(worth.values()).doesNotContainKeys("call", "wecom", "push").containsKey("sms");
        Worth stale = considered("L101", with("expected_approval", "null"), false)
                .worth()
                .orElseThrow();
        assertThat(stale.values()).isEmpty();
        assertThat(stale.asked()).isZero();
    }

    @Test
    void whoeverRefusedProfilingIsNotScoredAndPaysWhatAnybodyPays() {
        ConsideredOffer neutral = considered("L101", TEACHER, true);
        ConsideredOffer other = considered("L101", with("application_risk", "0.09"), true);
        assertThat(neutral.worth()).isEmpty();
        assertThat(neutral.assessment().price().orElseThrow().rate())
                .isEqualTo(other.assessment().price().orElseThrow().rate());
    }

    @Test
    void whatMayNotBeOfferedIsWorthNothingAndSaysWhy() {
        ConsideredOffer refused = considered("L101", with("bureau_overdue_run", "4"), false);
        assertThat(refused.worth()).isEmpty();
        assertThat(refused.assessment().refusals()).isNotEmpty();
    }
}
