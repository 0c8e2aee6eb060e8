package org.yinhang.jobs.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.HomeSubject;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** The jobs on the home page of those who run the installation or feed it. */
@Component
class JobsPanel implements Panel<HomeSubject> {

    private static final int ROWS = 5;

    private final Jobs jobs;
    private final BusinessClock clock;
    private final Templates templates;

    JobsPanel(Jobs jobs, BusinessClock clock, Templates templates) {
        this.jobs = jobs;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public Class<HomeSubject> subject() {
        return HomeSubject.class;
    }

    @Override
    public int order() {
        return 800;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMINISTRATOR, Role.ANALYST);
    }

    @Override
    public Optional<PanelContent> show(HomeSubject subject, PageFrame page) {
        return Optional.of(PanelContent.of(
                page.t("jobs.title"),
                templates.jobsPanel(
                        page,
                        JobFigures.of(jobs, clock),
                        jobs.page(ListQuery.first().withSize(ROWS)).items()),
                "/system/jobs"));
    }
}
