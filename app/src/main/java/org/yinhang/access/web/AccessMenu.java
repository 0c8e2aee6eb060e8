package org.yinhang.access.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where users and branches stand in the rail. */
@Configuration(proxyBeanMethods = false)
class AccessMenu {

    private static final Set<Role> WHO = Set.of(Role.ADMINISTRATOR, Role.BRANCH_HEAD);

    @Bean
    MenuEntry usersEntry() {
        return new MenuEntry(MenuPlace.SYSTEM, 10, "users.menu", "/system/users", WHO);
    }

    @Bean
    MenuEntry branchesEntry() {
        return new MenuEntry(MenuPlace.SYSTEM, 20, "branches.menu", "/system/branches", WHO);
    }
}
