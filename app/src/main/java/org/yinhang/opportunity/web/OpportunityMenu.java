package org.yinhang.opportunity.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where opportunities stand in the rail. */
@Configuration(proxyBeanMethods = false)
class OpportunityMenu {

    private static final Set<Role> WORKERS = Set.of(Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD);
    private static final Set<Role> READERS = Set.of(Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD);
    private static final Set<Role> MAKERS = Set.of(Role.ANALYST, Role.BRANCH_HEAD);

    @Bean
    MenuEntry myDayEntry() {
        return new MenuEntry(MenuPlace.OPPORTUNITIES, 10, "opportunity.day.menu", "/my-day", WORKERS);
    }

    @Bean
    MenuEntry opportunitiesEntry() {
        return new MenuEntry(MenuPlace.OPPORTUNITIES, 20, "opportunity.list.menu", "/opportunities", READERS);
    }

    @Bean
    MenuEntry opportunityListsEntry() {
        return new MenuEntry(MenuPlace.OPPORTUNITIES, 30, "opportunity.lists.menu", "/opportunity-lists", MAKERS);
    }
}
