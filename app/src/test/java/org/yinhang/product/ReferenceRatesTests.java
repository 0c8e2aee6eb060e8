package org.yinhang.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.yinhang.core.unit.Rate;

class ReferenceRatesTests {

    private static final ReferenceRates RATES = PolicyFile.bundled().rates();
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @Test
    void betweenTwoTermsTheTransferPriceLiesOnTheLine() {
        assertThat(RATES.transferPrice(12, DAY)).hasValue(new Rate(18_000));
        assertThat(RATES.transferPrice(24, DAY)).hasValue(new Rate(19_250));
        assertThat(RATES.transferPrice(36, DAY)).hasValue(new Rate(20_500));
    }

    @Test
    void beyondTheTermsQuotedItIsLevel() {
        assertThat(RATES.transferPrice(3, DAY)).hasValue(new Rate(18_000));
        assertThat(RATES.transferPrice(360, DAY)).hasValue(new Rate(20_500));
    }

    @Test
    void itIsThatOfTheDay() {
        assertThat(RATES.transferPrice(12, LocalDate.of(2025, 5, 31))).hasValue(new Rate(20_500));
        assertThat(RATES.transferPrice(12, LocalDate.of(2022, 12, 31))).isEmpty();
    }
}
