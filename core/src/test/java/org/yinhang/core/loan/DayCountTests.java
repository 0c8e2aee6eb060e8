package org.yinhang.core.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayCountTests {

    private static final LocalDate FROM = LocalDate.of(2023, 12, 1);
    private static final LocalDate TO = LocalDate.of(2024, 3, 1);

    @Test
    void countsThirtyDaysAMonth() {
        assertThat(DayCount.THIRTY_360.units(FROM, TO)).isEqualTo(90);
        assertThat(DayCount.THIRTY_360.units(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28)))
                .isEqualTo(30);
    }

    @Test
    void countsActualDays() {
        assertThat(DayCount.ACTUAL_360.units(FROM, TO)).isEqualTo(91);
        assertThat(DayCount.ACTUAL_365.units(FROM, TO)).isEqualTo(91);
    }

    @Test
    void dividesDaysByTheLengthOfTheirOwnYear() {
        double part = DayCount.ACTUAL_ACTUAL.units(FROM, TO) / (double) DayCount.ACTUAL_ACTUAL.unitsPerYear();
        assertThat(part).isEqualTo(31 / 365.0 + 60 / 366.0);
        assertThat(DayCount.ACTUAL_ACTUAL.units(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1)))
                .isEqualTo(2L * DayCount.ACTUAL_ACTUAL.unitsPerYear());
    }
}
