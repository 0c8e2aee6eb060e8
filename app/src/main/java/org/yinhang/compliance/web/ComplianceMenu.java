package org.yinhang.compliance.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where the desk stands in the rail. */
@Configuration(proxyBeanMethods = false)
class ComplianceMenu {

    private static final Set<Role> DESK = Set.of(Role.COMPLIANCE);
    private static final Set<Role> COMPLAINTS =
            Set.of(Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE);
    private static final Set<Role> READERS = Set.of(Role.COMPLIANCE, Role.ANALYST);

    @Bean
    MenuEntry guardsEntry() {
        return entry(10, "compliance.guards.menu", "/compliance/guards", READERS);
    }

    @Bean
    MenuEntry contactLedgerEntry() {
        return entry(20, "compliance.contacts.menu", "/compliance/contacts", DESK);
    }

    @Bean
    MenuEntry consentLedgerEntry() {
        return entry(30, "compliance.consents.menu", "/compliance/consents", DESK);
    }

    @Bean
    MenuEntry holdsEntry() {
        return entry(40, "compliance.holds.menu", "/compliance/holds", DESK);
    }

    @Bean
    MenuEntry complaintsEntry() {
        return entry(45, "complaint.menu", "/complaints", COMPLAINTS);
    }

    @Bean
    MenuEntry contactRulesEntry() {
        return entry(50, "compliance.rules.menu", "/compliance/rules", READERS);
    }

    @Bean
    MenuEntry wordCheckEntry() {
        return entry(60, "compliance.words.menu", "/compliance/words", READERS);
    }

    private static MenuEntry entry(int order, String key, String path, Set<Role> roles) {
        return new MenuEntry(MenuPlace.COMPLIANCE, order, key, path, roles);
    }
}
