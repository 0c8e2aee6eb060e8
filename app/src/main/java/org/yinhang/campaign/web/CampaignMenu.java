package org.yinhang.campaign.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;

/** Where campaigns and texts stand in the rail. */
@Configuration(proxyBeanMethods = false)
class CampaignMenu {

    private static final Set<Role> READERS = Set.of(Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE);

    private static final Set<Role> EVENTS = Set.of(Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.ANALYST);

    @Bean
    MenuEntry campaignsEntry() {
        return new MenuEntry(MenuPlace.CAMPAIGNS, 5, "campaign.menu", "/campaigns", READERS);
    }

    @Bean
    MenuEntry onsiteEntry() {
        return new MenuEntry(MenuPlace.CAMPAIGNS, 20, "onsite.menu", "/events", EVENTS);
    }

    @Bean
    MenuEntry creativesEntry() {
        return new MenuEntry(MenuPlace.CAMPAIGNS, 10, "campaign.creatives.menu", "/creatives", READERS);
    }
}
