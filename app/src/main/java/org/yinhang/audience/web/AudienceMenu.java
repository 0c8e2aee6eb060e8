package org.yinhang.audience.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where audiences stand in the rail. */
@Configuration(proxyBeanMethods = false)
class AudienceMenu {

    @Bean
    MenuEntry audiencesEntry() {
        return new MenuEntry(
                MenuPlace.AUDIENCES,
                10,
                "audience.menu",
                "/audiences",
                Set.of(Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE));
    }
}
