package org.yinhang.benefit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yinhang.core.unit.Money;

/**
 * How a bank restrains what it gives away.
 *
 * @param mostAYear what all benefits of one customer may cost the bank within a year, in yuan
 */
@ConfigurationProperties("yinhang.benefit")
public record BenefitSettings(@DefaultValue("1000") long mostAYear) {

    /** The same as money. */
    Money most() {
        return Money.ofYuan(mostAYear);
    }
}
