package org.yinhang.ingest.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where the bank's data stand in the rail. */
@Configuration(proxyBeanMethods = false)
class DataMenu {

    @Bean
    MenuEntry dataEntry() {
        return new MenuEntry(MenuPlace.SYSTEM, 35, "ingest.menu", "/system/data", Set.of(Role.ADMINISTRATOR));
    }
}
