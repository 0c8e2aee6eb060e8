package org.yinhang.benefit.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where benefits stand in the rail. */
@Configuration(proxyBeanMethods = false)
class BenefitMenu {

    @Bean
    MenuEntry benefitsEntry() {
        return new MenuEntry(
                MenuPlace.CAMPAIGNS,
                30,
                "benefit.menu",
                "/benefits",
                Set.of(Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE));
    }

    @Bean
    MenuEntry redemptionEntry() {
        return new MenuEntry(
                MenuPlace.CAMPAIGNS,
                40,
                "benefit.redeem.menu",
                "/benefits/redeem",
                Set.of(Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR));
    }
}
