package org.yinhang.insight.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where insight stands in the rail. */
@Configuration(proxyBeanMethods = false)
class InsightMenu {

    private static final Set<Role> READERS = Set.of(Role.ANALYST, Role.COMPLIANCE);
    private static final Set<Role> OF_A_BRANCH_TOO = Set.of(Role.ANALYST, Role.COMPLIANCE, Role.BRANCH_HEAD);

    @Bean
    MenuEntry dashboardEntry() {
        return new MenuEntry(MenuPlace.INSIGHT, 5, "insight.dashboard.menu", "/insight/dashboard", OF_A_BRANCH_TOO);
    }

    @Bean
    MenuEntry funnelEntry() {
        return new MenuEntry(MenuPlace.INSIGHT, 10, "insight.funnel.menu", "/insight/funnel", READERS);
    }

    @Bean
    MenuEntry incrementsEntry() {
        return new MenuEntry(MenuPlace.INSIGHT, 20, "insight.increments.menu", "/insight/increments", READERS);
    }

    @Bean
    MenuEntry experimentsEntry() {
        return new MenuEntry(MenuPlace.INSIGHT, 15, "insight.experiments.menu", "/insight/experiments", READERS);
    }

    @Bean
    MenuEntry returnsEntry() {
        return new MenuEntry(MenuPlace.INSIGHT, 22, "insight.returns.menu", "/insight/returns", OF_A_BRANCH_TOO);
    }

    @Bean
    MenuEntry vintageEntry() {
        return new MenuEntry(MenuPlace.INSIGHT, 24, "insight.vintage.menu", "/insight/vintage", OF_A_BRANCH_TOO);
    }

    @Bean
    MenuEntry alertsEntry() {
        return new MenuEntry(MenuPlace.INSIGHT, 30, "insight.alerts.menu", "/insight/alerts", READERS);
    }
}
