package org.yinhang.product.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where products and policies stand in the rail. */
@Configuration(proxyBeanMethods = false)
class ProductMenu {

    @Bean
    MenuEntry productsEntry() {
        return new MenuEntry(
                MenuPlace.PRODUCTS,
                10,
                "product.menu",
                "/products",
                Set.of(Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE));
    }

    @Bean
    MenuEntry policiesEntry() {
        return new MenuEntry(
                MenuPlace.PRODUCTS,
                20,
                "product.policies.menu",
                "/policies",
                Set.of(Role.ANALYST, Role.CREDIT_OPERATOR, Role.COMPLIANCE));
    }
}
