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

    @Bean
    MenuEntry funnelEntry() {
        return new MenuEntry(MenuPlace.INSIGHT, 10, "insight.funnel.menu", "/insight/funnel", READERS);
    }

    @Bean
    MenuEntry incrementsEntry() {
        return new MenuEntry(MenuPlace.INSIGHT, 20, "insight.increments.menu", "/insight/increments", READERS);
    }

    @Bean
    MenuEntry alertsEntry() {
        return new MenuEntry(MenuPlace.INSIGHT, 30, "insight.alerts.menu", "/insight/alerts", READERS);
    }
}
