package org.yinhang.decision.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListAction;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where plans and decisions stand in the rail. */
@Configuration(proxyBeanMethods = false)
class PlanMenu {

    static final Role[] READERS = {Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.COMPLIANCE};

    @Bean
    ListAction exportChosenContacts() {
        return new ListAction("plan", 10, "list.export-chosen", ".xlsx", Set.of(READERS));
    }

    @Bean
    MenuEntry decisionsEntry() {
        return new MenuEntry(MenuPlace.PLANS, 20, "decisions.menu", "/decisions", Set.of(DecisionsController.READERS));
    }

    @Bean
    MenuEntry rehearsalsEntry() {
        return new MenuEntry(
                MenuPlace.PRODUCTS,
                30,
                "rehearsal.menu",
                "/rehearsals",
                Set.of(Role.ANALYST, Role.CREDIT_OPERATOR, Role.COMPLIANCE));
    }

    @Bean
    MenuEntry outreachEntry() {
        return new MenuEntry(MenuPlace.PLANS, 15, "outreach.menu", "/outreach", Set.of(READERS));
    }

    @Bean
    MenuEntry plansEntry() {
        return new MenuEntry(MenuPlace.PLANS, 10, "plans.menu", "/plans", Set.of(READERS));
    }
}
