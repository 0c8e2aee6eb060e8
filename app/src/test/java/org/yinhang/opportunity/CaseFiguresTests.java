package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinhang.core.fault.Fault;
import org.yinhang.opportunity.CaseFigures.Arm;

/** What figures of a case say, and what its text must not. */
class CaseFiguresTests {

    @Test
    void theDifferenceHasTheIntervalOfThePaper() {
        CaseFigures figures = new CaseFigures(new Arm(70, 70, 56), new Arm(80, 80, 48));
        assertThat(figures.difference().low())
                .as("Newcombe 1998, table II (a), method 10")
                .isCloseTo(0.0524, within(5e-5));
        assertThat(figures.difference().high()).isCloseTo(0.3339, within(5e-5));
        assertThat(figures.word()).isEqualTo(CaseFigures.Word.BETTER);
    }

    @Test
    void fewConversationsOnEitherSideSayNothing() {
        assertThat(CaseFigures.NONE.word()).isEqualTo(CaseFigures.Word.TOO_FEW);
        assertThat(new CaseFigures(new Arm(90, 29, 29), new Arm(900, 300, 3)).word())
                .isEqualTo(CaseFigures.Word.TOO_FEW);
        assertThat(new CaseFigures(new Arm(90, 30, 30), new Arm(900, 300, 3)).word())
                .isEqualTo(CaseFigures.Word.BETTER);
        assertThat(new CaseFigures(new Arm(90, 50, 5), new Arm(900, 300, 150)).word())
                .isEqualTo(CaseFigures.Word.WORSE);
        assertThat(new CaseFigures(new Arm(90, 50, 25), new Arm(900, 300, 150)).word())
                .isEqualTo(CaseFigures.Word.NO_DIFFERENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请打 13800138000 找他",
                "１３８ ００１３ ８０００",
                "138-0013-8000",
                "证件 11010119900307123X",
                "6222 0212 3456 7890 123",
                "写信到 li@example.com"
            })
    void numbersAndAddressesOfPeopleAreRefusedAndNotRepeated(String told) {
        List<Fault> faults = new CaseText("装修", told, "先算总成本", "").faults();
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("OPP-9002");
            assertThat(fault.toString()).doesNotContain(told);
        });
    }

    @Test
    void amountsYearsAndTermsAreNotPersonal() {
        assertThat(new CaseText("装修 20 万", "2026 年 11 月装修，想借 200000 元、24 期", "分 12 个月，每月 8,500 元", "").faults())
                .isEmpty();
    }

    @Test
    void everyPartThatIsMissingOrTooLongIsTold() {
        assertThat(new CaseText(" ", "", "x".repeat(1001), "").faults())
                .hasSize(3)
                .allSatisfy(fault -> assertThat(fault.code()).isEqualTo("OPP-9001"));
    }
}
