package org.yinhang.jobs.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where jobs stand in the rail. */
@Configuration(proxyBeanMethods = false)
class JobsMenu {

    @Bean
    MenuEntry jobsEntry() {
        return new MenuEntry(
                MenuPlace.SYSTEM, 30, "jobs.menu", "/system/jobs", Set.of(Role.ADMINISTRATOR, Role.ANALYST));
    }
}
