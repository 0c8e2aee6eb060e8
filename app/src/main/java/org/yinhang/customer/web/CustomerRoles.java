package org.yinhang.customer.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListAction;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Who has business with customers, and where customers stand in the rail. */
@Configuration(proxyBeanMethods = false)
class CustomerRoles {

    /** Everybody but the administrator, who runs the installation and needs nobody's account. */
    static final Set<Role> ALL =
            Set.of(Role.ANALYST, Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE);

    @Bean
    ListAction exportChosenCustomers() {
        return new ListAction("customers", 10, "list.export-chosen", ".xlsx", ALL);
    }

    @Bean
    MenuEntry customersEntry() {
        return new MenuEntry(MenuPlace.CUSTOMERS, 10, "customer.menu", "/customers", ALL);
    }
}
