package org.yinhang.audit.web;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.yinhang.audit.Audit;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.HomeSubject;
import org.yinhang.shared.web.MenuEntry;
import org.yinhang.shared.web.MenuPlace;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** The audit on the home page of those who watch over it. */
@Component
class AuditPanel implements Panel<HomeSubject> {

    private static final int ROWS = 6;

    private final Audit audit;
    private final BusinessClock clock;
    private final Templates templates;

    AuditPanel(Audit audit, BusinessClock clock, Templates templates) {
        this.audit = audit;
        this.clock = clock;
        this.templates = templates;
    }

    @Bean
    static MenuEntry auditEntry() {
        return new MenuEntry(
                MenuPlace.SYSTEM, 50, "audit.menu", "/system/audit", Set.of(Role.COMPLIANCE, Role.ADMINISTRATOR));
    }

    @Override
    public Class<HomeSubject> subject() {
        return HomeSubject.class;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.COMPLIANCE, Role.ADMINISTRATOR);
    }

    @Override
    public Optional<PanelContent> show(HomeSubject subject, PageFrame page) {
        AuditFigures figures =
                AuditFigures.of(audit, audit.countsSince(clock.realInstant().minus(Duration.ofDays(7))));
        return Optional.of(PanelContent.of(
                page.t("audit.title"),
                templates.auditPanel(
                        page,
                        figures,
                        audit.page(ListQuery.first().withSize(ROWS)).items()),
                "/system/audit"));
    }
}
