package org.yinhang.demo.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.demo.DemoDays;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.HomeSubject;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** In the demo, the way to tomorrow: first on the home page. */
@Component
class DemoDayPanel implements Panel<HomeSubject> {

    private final DemoDays days;
    private final BusinessClock clock;
    private final Templates templates;

    DemoDayPanel(DemoDays days, BusinessClock clock, Templates templates) {
        this.days = days;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public Class<HomeSubject> subject() {
        return HomeSubject.class;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ANALYST, Role.ADMINISTRATOR, Role.BRANCH_HEAD);
    }

    @Override
    public Optional<PanelContent> show(HomeSubject subject, PageFrame page) {
        if (!days.isPossible()) {
            return Optional.empty();
        }
        return Optional.of(PanelContent.of(
                page.t("demo.day.title"),
                templates.demoDay(page, days.active().orElse(null), days.last().orElse(null), clock.realInstant())));
    }
}
