package org.yinhang.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTests {

    @Test
    void readsYuanExactly() {
        assertThat(Money.ofYuan(new BigDecimal("12.34"))).isEqualTo(Money.ofFen(1234));
    }

    @Test
    void refusesAnAmountFinerThanAFen() {
        assertThatThrownBy(() -> Money.ofYuan(new BigDecimal("0.001"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void roundsHalvesAwayFromZero() {
        assertThat(Money.ofFen(5).times(new BigDecimal("0.5"))).isEqualTo(Money.ofFen(3));
        assertThat(Money.ofFen(-5).times(new BigDecimal("0.5"))).isEqualTo(Money.ofFen(-3));
    }

    @Test
    void neverOverflowsInSilence() {
        assertThatThrownBy(() -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)))
                .isInstanceOf(ArithmeticException.class);
    }
}
