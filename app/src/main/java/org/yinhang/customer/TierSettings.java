package org.yinhang.customer;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yinhang.core.unit.Money;

/**
 * From where on a customer belongs to a tier; a bank sets its own. All in yuan. They hold from the next refresh of the
 * customers on.
 *
 * @param highEndAssets deposits and wealth products of high-end customers
 * @param highEndBusinessLoan a single loan that makes the owner of a business high-end
 * @param potentialAssets deposits and wealth products of potential high-end customers
 * @param potentialIncome income of a month of potential high-end customers
 */
@ConfigurationProperties("yinhang.tier")
public record TierSettings(
        @DefaultValue("600000") long highEndAssets,
        @DefaultValue("500000") long highEndBusinessLoan,
        @DefaultValue("200000") long potentialAssets,
        @DefaultValue("30000") long potentialIncome) {

    /**
     * The tier of a customer.
     *
     * @param assets deposits and wealth products
     * @param monthlyIncome of a month, or null where unknown
     * @param businessLoan the largest single loan of somebody who owns a business; nothing for others
     */
    public Tier of(Money assets, @Nullable Money monthlyIncome, Money businessLoan) {
        if (reaches(assets, highEndAssets) || reaches(businessLoan, highEndBusinessLoan)) {
            return Tier.HIGH_END;
        }
        boolean earnsWell = monthlyIncome != null && reaches(monthlyIncome, potentialIncome);
        return earnsWell || reaches(assets, potentialAssets) ? Tier.POTENTIAL : Tier.GENERAL;
    }

    private static boolean reaches(Money amount, long yuan) {
        return amount.compareTo(Money.ofYuan(yuan)) >= 0;
    }
}
