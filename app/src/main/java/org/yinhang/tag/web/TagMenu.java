package org.yinhang.tag.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where tags stand in the rail. */
@Configuration(proxyBeanMethods = false)
class TagMenu {

    @Bean
    MenuEntry tagsEntry() {
        return new MenuEntry(
                MenuPlace.TAGS, 10, "tag.menu", "/tags", Set.of(Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE));
    }
}
