package org.yinhang.insight.web;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.insight.Dashboard;
import org.yinhang.insight.ValueNames;
import org.yinhang.shared.web.PageFrame;

/** Makes the dashboard of a viewer, for its own page and for the home page. */
@Component
class DashboardPages {

    private final Dashboard dashboard;
    private final ValueNames names;
    private final VisibleBranches branches;

    DashboardPages(Dashboard dashboard, ValueNames names, VisibleBranches branches) {
        this.dashboard = dashboard;
        this.names = names;
        this.branches = branches;
    }

    boolean isReady() {
        return dashboard.isReady();
    }

    /**
     * The dashboard an address asks for.
     *
     * @throws ResponseStatusException not found, for a branch the viewer may not see
     */
    DashboardPage of(Map<String, String> asked, PageFrame page) {
        LocalDate last = dashboard.lastDay();
        DashboardForm form = DashboardForm.of(asked, last);
        BranchView view = branches.view(page.signedIn(), form.branch())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Dashboard.Question question =
                new Dashboard.Question(form.period(), form.look().breakdown(), form.only(), view.codes());
        return DashboardPage.of(
                form, dashboard.figures(question), dashboard.outcomes(), view, last, new ShownNames(names, page));
    }
}
