package org.yinhang.product.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yinhang.benefit.CouponProducts;
import org.yinhang.product.Policies;

/** The products that lend, for whoever promises something off their rate. */
@Component
class LendingProducts implements CouponProducts {

    private final Policies policies;

    LendingProducts(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Map<String, Name> today() {
        LocalDate day = policies.asOf().day();
        Map<String, Name> names = new LinkedHashMap<>();
        policies.offers().book().productsOn(day).stream()
                .filter(product -> product.credit().isPresent())
                .forEach(product -> names.put(product.id(), new Name(product.zh(), product.en())));
        return names;
    }
}
