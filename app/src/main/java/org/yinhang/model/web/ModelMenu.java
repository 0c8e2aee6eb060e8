package org.yinhang.model.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where models stand in the rail. */
@Configuration(proxyBeanMethods = false)
class ModelMenu {

    @Bean
    MenuEntry modelsEntry() {
        return new MenuEntry(MenuPlace.MODELS, 10, "model.menu", "/models", Set.of(Role.ANALYST, Role.COMPLIANCE));
    }
}
