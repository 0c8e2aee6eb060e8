package org.yinhang.reach.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where sending and channels stand in the rail. */
@Configuration(proxyBeanMethods = false)
class ReachMenu {

    private static final Set<Role> READERS = Set.of(Role.ANALYST, Role.COMPLIANCE, Role.ADMINISTRATOR);

    @Bean
    MenuEntry dispatchesEntry() {
        return new MenuEntry(MenuPlace.CAMPAIGNS, 20, "reach.dispatches.menu", "/dispatches", READERS);
    }

    @Bean
    MenuEntry channelsEntry() {
        return new MenuEntry(MenuPlace.CAMPAIGNS, 30, "reach.channels.menu", "/channels", READERS);
    }
}
