package org.yinhang.opportunity.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListAction;
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
    MenuEntry opportunityPoolEntry() {
        return new MenuEntry(MenuPlace.OPPORTUNITIES, 15, "opportunity.pool.menu", "/opportunity-pool", WORKERS);
    }

    @Bean
    MenuEntry visitsEntry() {
        return new MenuEntry(MenuPlace.OPPORTUNITIES, 22, "opportunity.visits.title", "/visits", WORKERS);
    }

    @Bean
    MenuEntry opportunityTeamEntry() {
        return new MenuEntry(
                MenuPlace.OPPORTUNITIES, 25, "opportunity.team.menu", "/opportunity-team", Set.of(Role.BRANCH_HEAD));
    }

    @Bean
    MenuEntry workersEntry() {
        return new MenuEntry(
                MenuPlace.OPPORTUNITIES,
                26,
                "opportunity.workers.menu",
                "/opportunity-members",
                Set.of(Role.BRANCH_HEAD, Role.ADMINISTRATOR));
    }

    @Bean
    ListAction changeWorkers() {
        return new ListAction(
                "opportunity-members",
                10,
                "opportunity.workers.change",
                "/change",
                Set.of(Role.BRANCH_HEAD, Role.ADMINISTRATOR));
    }

    @Bean
    MenuEntry opportunitySettingsEntry() {
        return new MenuEntry(
                MenuPlace.OPPORTUNITIES,
                50,
                "opportunity.settings.menu",
                "/opportunity-settings",
                Set.of(Role.ADMINISTRATOR));
    }

    @Bean
    MenuEntry handoversEntry() {
        return new MenuEntry(MenuPlace.OPPORTUNITIES, 27, "handover.title", "/handovers", WORKERS);
    }

    @Bean
    ListAction handCustomersOver() {
        return new ListAction("customers", 20, "handover.action", "/handover", Set.of(Role.BRANCH_HEAD));
    }

    @Bean
    ListAction giveOpportunities() {
        return new ListAction("opportunities", 10, "opportunity.give", "/give", Set.of(Role.BRANCH_HEAD));
    }

    @Bean
    MenuEntry rulesEntry() {
        return new MenuEntry(
                MenuPlace.OPPORTUNITIES,
                35,
                "opportunity.rules.title",
                "/opportunity-rules",
                Set.of(Role.ANALYST, Role.COMPLIANCE));
    }

    @Bean
    MenuEntry scriptsEntry() {
        return new MenuEntry(
                MenuPlace.OPPORTUNITIES,
                40,
                "opportunity.scripts.title",
                "/scripts",
                Set.of(Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.COMPLIANCE));
    }

    @Bean
    MenuEntry successCasesEntry() {
        return new MenuEntry(
                MenuPlace.OPPORTUNITIES,
                45,
                "opportunity.cases.title",
                "/success-cases",
                Set.of(Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.COMPLIANCE));
    }

    @Bean
    MenuEntry opportunityListsEntry() {
        return new MenuEntry(MenuPlace.OPPORTUNITIES, 30, "opportunity.lists.menu", "/opportunity-lists", MAKERS);
    }
}
