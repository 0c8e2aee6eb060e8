package org.yinhang.compliance.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinhang.compliance.policy.TouchFixture;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

class CopyLintTests {

    private static final CopyLint LINT = new CopyLint(TouchFixture.RULES.words());

    /** 12 payments of 885.00, all-in 11.52 %, of which 9.80 % interest; fees of 96.00. */
    private static final OfferFigures FIGURES = new OfferFigures(
            Optional.of(Rate.ofPercent(new BigDecimal("11.52"))),
            Rate.ofPercent(new BigDecimal("9.80")),
            Money.ofFen(9_600),
            Optional.of(Money.ofFen(88_500)),
            12);

    private static List<LintFinding> check(String text) {
        return LINT.check(text, "branch", Optional.of(FIGURES)).findings();
    }

    private static List<LintKind> kinds(String text) {
        return check(text).stream().map(LintFinding::kind).toList();
    }

    @Test
    void letsHonestCopyPass() {
        assertThat(LINT.check(
                                "【引航银行】您好, 您可申请消费贷款, 年化综合成本11.52%(其中利率9.80%), 手续费96元, 分12期, 每期还款885元。详询95500, 拒收请回复R",
                                "sms", Optional.of(FIGURES))
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "贷款低门槛",
                "低 门 槛",
                "低·门-槛",
                "低門檻",
                "低\u200b门\u200b槛",
                "低。门，槛",
                "ＬＯＷ　ＴＨＲＥＳＨＯＬＤ",
                "lоw thrеshold",
                "instant-cash now",
                "Lowest  Rate",
                "10 % below the market’s average rate",
                "no fees of any kind",
                "秒到賬",
                "不看徵信"
            })
    void findsForbiddenWordsHoweverTheyAreDisguised(String text) {
        assertThat(kinds(text))
                .as(text)
                .containsAnyOf(LintKind.INDUCING_WORD, LintKind.FORBIDDEN_WORD, LintKind.COMPARING_WORD);
    }

    @Test
    void saysWhereAWordStandsInTheTextAsWritten() {
        LintFinding finding = check("好消息！低 門－檻 贷款").getFirst();
        assertThat(finding.excerpt()).isEqualTo("低 門－檻");
        assertThat(finding.from()).isEqualTo(4);
        assertThat(finding.until()).isEqualTo(9);
        assertThat(finding.expected()).isEqualTo("低门槛");
        assertThat(finding.source().text()).contains("网络营销");
    }

    @Test
    void keepsEveryFindingInTheOrderOfTheText() {
        assertThat(check("最低利率, 秒到账, 低门槛")).extracting(LintFinding::expected).containsExactly("最低利率", "秒到账", "低门槛");
    }

    @Test
    void holdsRatesAgainstTheAllInCost() {
        assertThat(kinds("年化利率9.80%起")).containsExactly(LintKind.RATE_DISAGREES);
        assertThat(check("年化利率９．８０％起").getFirst().expected()).isEqualTo("11.52%");
        assertThat(kinds("综合年化 11.52%")).isEmpty();
        assertThat(kinds("综合年化 11.5%")).as("to the decimals it prints").isEmpty();
        assertThat(kinds("综合年化 12%")).containsExactly(LintKind.RATE_DISAGREES);
        assertThat(kinds("annual interest rate 9.80%")).containsExactly(LintKind.RATE_DISAGREES);
        assertThat(kinds("满意度98%, 现在申请")).as("not a rate").isEmpty();
    }

    @Test
    void wantsTheAnnualCostBesideADailyOrMonthlyRate() {
        assertThat(kinds("日利率0.027%")).containsExactly(LintKind.RATE_NOT_ANNUAL);
        assertThat(kinds("日息低至万三")).containsExactly(LintKind.RATE_NOT_ANNUAL);
        assertThat(kinds("借1000元每天只要0.3元")).containsExactly(LintKind.RATE_NOT_ANNUAL);
        assertThat(kinds("月利率0.82%, 综合年化11.52%")).isEmpty();
    }

    @Test
    void holdsFeesAndPaymentsAgainstTheTable() {
        assertThat(kinds("免手续费")).containsExactly(LintKind.FEE_DISAGREES);
        assertThat(kinds("手续费 0 元")).contains(LintKind.FEE_DISAGREES);
        assertThat(kinds("手续费96元")).isEmpty();
        assertThat(kinds("手续费96.50元")).containsExactly(LintKind.FEE_DISAGREES);
        assertThat(kinds("月供仅 ¥880 元")).containsExactly(LintKind.INSTALMENT_DISAGREES);
        assertThat(kinds("每期还款885.00元")).isEmpty();
        assertThat(kinds("免服务, 手续费, 月供仅885元")).as("a comma ends what a fee is").isEmpty();
        assertThat(kinds("分24期")).containsExactly(LintKind.TERM_DISAGREES);
    }

    @Test
    void letsNoCostBeNamedWithoutAComputedOffer() {
        assertThat(LINT.check("年化利率3.85%, 月供880元", "branch", Optional.empty()).findings())
                .extracting(LintFinding::kind)
                .containsExactly(LintKind.NUMBER_UNPROVEN, LintKind.NUMBER_UNPROVEN);
    }

    @Test
    void wantsAWayOutAndASignature() {
        assertThat(LINT.check("您好", "sms", Optional.empty()).findings())
                .extracting(LintFinding::kind)
                .containsExactly(LintKind.SIGNATURE_MISSING, LintKind.OPT_OUT_MISSING);
        assertThat(LINT.check("【引航银行】您好, 拒收请回复 R", "sms", Optional.empty()).isClean())
                .isTrue();
        assertThat(LINT.check("【】您好, 拒收请回复R", "sms", Optional.empty()).isClean())
                .isFalse();
        assertThat(LINT.check("您好", "call", Optional.empty()).isClean()).isTrue();
    }

    @Test
    void aReportBecomesTheCopyTheGuardLooksAt() {
        LintReport report = LINT.check("低门槛", "call", Optional.empty());
        assertThat(report.copy("t1", "a", Optional.of("b")).findings()).isEqualTo(1);
        assertThat(report.version()).isEqualTo(TouchFixture.RULES.words().version());
    }
}
