package org.yinhang.opportunity.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.opportunity.Day;
import org.yinhang.opportunity.MyDay;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.HomeSubject;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Panel;
import org.yinhang.shared.web.PanelContent;
import yinhang.pages.Templates;

/** On the home page: the first of the day and the follow-ups that were promised. */
@Component
class DayPanel implements Panel<HomeSubject> {

    private static final int SHOWN = 5;

    private final MyDay days;
    private final Opportunities opportunities;
    private final OpportunityWords words;
    private final Templates templates;

    DayPanel(MyDay days, Opportunities opportunities, OpportunityWords words, Templates templates) {
        this.days = days;
        this.opportunities = opportunities;
        this.words = words;
        this.templates = templates;
    }

    @Override
    public Class<HomeSubject> subject() {
        return HomeSubject.class;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ACCOUNT_MANAGER);
    }

    @Override
    public Optional<PanelContent> show(HomeSubject subject, PageFrame page) {
        Day day = days.of(opportunities.staffCode(page.signedIn()));
        return Optional.of(PanelContent.of(
                        page.t("opportunity.day.title"),
                        templates.opportunityDayPanel(
                                page, day, day.now().stream().limit(SHOWN).toList(), words.now()),
                        "/my-day")
                .wide());
    }
}
