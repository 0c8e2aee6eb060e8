package org.yinhang.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yinhang.audience.PassRate.Basis;
import org.yinhang.audience.PassRate.LeaveOut;
import org.yinhang.core.audience.NumberBands;
import org.yinhang.core.audience.NumberBands.Band;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagFile;

class PassRateTests {

    private static final NumberBands NO_SCORES = new NumberBands(100, List.of());

    /** 20 at 0.1, 30 at 0.5, 40 at 0.9; ten without a score. */
    private static final NumberBands SCORES = new NumberBands(
            10,
            List.of(
                    new Band(Double.NEGATIVE_INFINITY, 20, 2),
                    new Band(0.2, 0, 0),
                    new Band(0.4, 30, 15),
                    new Band(0.6, 0, 0),
                    new Band(0.8, 40, 36)));

    private static final Decisions PAST = new Decisions(
            30, 20, List.of(new Decisions.Reason("income", 12), new Decisions.Reason(Decisions.OTHER, 8)));

    private static final Decisions BANK = new Decisions(
            600,
            400,
            List.of(
                    new Decisions.Reason("overdue", 200),
                    new Decisions.Reason("income", 120),
                    new Decisions.Reason(Decisions.OTHER, 80)));

    private static PassRate rate(NumberBands scores, Decisions past) {
        return new PassRate(100, "expected_approval", scores, past, BANK);
    }

    @Test
    void theScoreSpeaksWhereSomebodyHasOne() {
        PassRate rate = rate(SCORES, PAST);

        assertThat(rate.basis()).isEqualTo(Basis.SCORE);
        assertThat(rate.rate()).isEqualTo(53.0 / 90, within(1e-12));
        assertThat(rate.wasted()).as("of all hundred").isEqualTo(41);
        assertThat(rate.wastedOf(1000)).isEqualTo(411);
    }

    @Test
    void withoutScoresThePastSpeaksAndWithoutAnyNothingIsClaimed() {
        assertThat(rate(NO_SCORES, PAST).basis()).isEqualTo(Basis.PAST);
        assertThat(rate(NO_SCORES, PAST).rate()).isEqualTo(0.6);
        assertThat(rate(NO_SCORES, PAST).wasted()).isEqualTo(40);
        assertThat(rate(NO_SCORES, PAST).leaveOuts()).isEmpty();
        assertThat(rate(NO_SCORES, Decisions.UNTOLD).basis()).isEqualTo(Basis.UNKNOWN);
        assertThat(rate(NO_SCORES, Decisions.UNTOLD).rate()).isNaN();
        assertThat(rate(NO_SCORES, Decisions.UNTOLD).wasted()).isZero();
    }

    @Test
    void leavingOutIsOfferedWhereABoundLeavesOutMoreThanTheOneBefore() {
        List<LeaveOut> offers = rate(SCORES, PAST).leaveOuts();

        assertThat(offers).extracting(LeaveOut::below).containsExactly(0.2, 0.6);
        assertThat(offers).extracting(LeaveOut::fewer).containsExactly(20L, 50L);
        assertThat(offers).extracting(LeaveOut::spared).containsExactly(18L, 33L);
        assertThat(offers.getFirst().rate()).isEqualTo(51.0 / 70, within(1e-12));
        assertThat(offers.getLast().rate()).isEqualTo(0.9, within(1e-12));
        assertThat(offers.getLast().condition()).isEqualTo("(expected_approval is null or expected_approval >= 0.6)");
    }

    @Test
    void reasonsStandBesideTheBankAndTheOthersMeanTheSameThere() {
        List<PassRate.Reason> reasons = rate(SCORES, PAST).reasons();

        assertThat(reasons.getFirst()).isEqualTo(new PassRate.Reason("income", 12, 0.6, 0.3));
        assertThat(reasons.getFirst().tgi()).isEqualTo(200, within(1e-9));
        assertThat(reasons.getLast()).as("all but income").isEqualTo(new PassRate.Reason(Decisions.OTHER, 8, 0.4, 0.7));
        assertThat(new PassRate.Reason("age", 10, 0.5, 0).tgi()).isNaN();
    }

    @Test
    void theCommandLineSaysWhichOfBothItIs() {
        Map<String, Tag> tags = TagFile.bundled().stream()
                .filter(tag -> tag.id().equals("reject_reason"))
                .collect(Collectors.toMap(Tag::id, tag -> tag));

        assertThat(new PassRateText(rate(SCORES, PAST), tags).lines())
                .contains("58.9 % by score", "(90 scored 有分, 10 without 无分)", "50 decided 已决, 60.0 % approved")
                .contains("收入不足 Income too low", "TGI 200", "and (expected_approval is null")
                .contains("其他 others");
        assertThat(new PassRateText(rate(NO_SCORES, PAST), tags).lines()).contains("60.0 % by past applications");
        assertThat(new PassRateText(rate(NO_SCORES, Decisions.UNTOLD), tags).lines())
                .isEqualTo("Expected pass rate 预期通过率 unknown 未知: no score, fewer than 10 applicants 无评分，申请人不足 10 位");
        assertThat(new PassRateText(rate(NO_SCORES, Decisions.UNTOLD), tags).json())
                .containsEntry("basis", "unknown")
                .containsEntry("rate", null)
                .containsEntry("wastedTouches", null);
    }
}
