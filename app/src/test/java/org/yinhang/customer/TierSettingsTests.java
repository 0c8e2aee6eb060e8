package org.yinhang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.yinhang.core.unit.Money;

class TierSettingsTests {

    private static TierSettings settings(Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set)).bindOrCreate("yinhang.tier", TierSettings.class);
    }

    private static Tier tier(TierSettings settings, long assets, @Nullable Long income, long businessLoan) {
        return settings.of(
                Money.ofYuan(assets), income == null ? null : Money.ofYuan(income), Money.ofYuan(businessLoan));
    }

    @Test
    void theDefaultsAreTheUsualOnes() {
        TierSettings usual = settings(Map.of());
        assertThat(tier(usual, 600_000, null, 0)).isEqualTo(Tier.HIGH_END);
        assertThat(tier(usual, 599_999, null, 0)).isEqualTo(Tier.POTENTIAL);
        assertThat(tier(usual, 0, 2_000L, 500_000)).isEqualTo(Tier.HIGH_END);
        assertThat(tier(usual, 0, 30_000L, 499_999)).isEqualTo(Tier.POTENTIAL);
        assertThat(tier(usual, 200_000, null, 0)).isEqualTo(Tier.POTENTIAL);
        assertThat(tier(usual, 199_999, 29_999L, 0)).isEqualTo(Tier.GENERAL);
    }

    @Test
    void aBankSetsItsOwn() {
        TierSettings rural = settings(Map.of(
                "yinhang.tier.high-end-assets", "300000",
                "yinhang.tier.potential-assets", "100000",
                "yinhang.tier.potential-income", "15000",
                "yinhang.tier.high-end-business-loan", "200000"));
        assertThat(tier(rural, 300_000, null, 0)).isEqualTo(Tier.HIGH_END);
        assertThat(tier(rural, 0, null, 200_000)).isEqualTo(Tier.HIGH_END);
        assertThat(tier(rural, 100_000, null, 0)).isEqualTo(Tier.POTENTIAL);
        assertThat(tier(rural, 0, 15_000L, 0)).isEqualTo(Tier.POTENTIAL);
        assertThat(tier(rural, 99_999, 14_999L, 199_999)).isEqualTo(Tier.GENERAL);
    }
}
