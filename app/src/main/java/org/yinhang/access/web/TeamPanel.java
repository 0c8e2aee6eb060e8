package org.yinhang.access.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.access.DataScope;
import org.yinhang.access.StaffUsers;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.HomeSubject;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** The people of one's branch, those last seen first. */
@Component
class TeamPanel implements Panel<HomeSubject> {

    private static final int ROWS = 6;

    private final StaffUsers users;
    private final Templates templates;

    TeamPanel(StaffUsers users, Templates templates) {
        this.users = users;
        this.templates = templates;
    }

    @Override
    public Class<HomeSubject> subject() {
        return HomeSubject.class;
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.BRANCH_HEAD, Role.ADMINISTRATOR);
    }

    @Override
    public Optional<PanelContent> show(HomeSubject subject, PageFrame page) {
        ListQuery lastSeen = new ListQuery("", Map.of("state", "enabled"), "seen", true, 1, ROWS);
        return Optional.of(PanelContent.of(
                page.t("team.title"),
                templates.accessTeam(page, users.page(lastSeen, DataScope.ofOrganisation(page.signedIn()))),
                "/system/users"));
    }
}
