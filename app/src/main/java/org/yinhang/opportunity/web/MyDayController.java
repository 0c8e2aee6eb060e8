package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customers;
import org.yinhang.opportunity.Calendars;
import org.yinhang.opportunity.MyDay;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.PassedOn;
import org.yinhang.opportunity.Passes;
import org.yinhang.opportunity.RecordSeals;
import org.yinhang.opportunity.handover.Handovers;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The account manager's day. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD})
class MyDayController {

    private final MyDay days;
    private final Opportunities opportunities;
    private final Calendars calendars;
    private final Handovers handovers;
    private final Passes passes;
    private final Customers customers;
    private final RecordSeals seals;
    private final OpportunityWords words;
    private final Templates templates;

    MyDayController(
            MyDay days,
            Opportunities opportunities,
            Calendars calendars,
            Handovers handovers,
            Passes passes,
            Customers customers,
            RecordSeals seals,
            OpportunityWords words,
            Templates templates) {
        this.days = days;
        this.opportunities = opportunities;
        this.calendars = calendars;
        this.handovers = handovers;
        this.passes = passes;
        this.customers = customers;
        this.seals = seals;
        this.words = words;
        this.templates = templates;
    }

    @GetMapping("/my-day")
    JteModel day(PageFrame page) {
        String staff = opportunities.staffCode(page.signedIn());
        return templates.opportunityDay(
                page,
                days.of(staff),
                words.now(),
                calendars.since(page.signedIn()).isPresent(),
                handovers.unread(staff),
                passes.unreadBy(staff),
                passes.passedBy(staff),
                names(staff));
    }

    /** Masked names of the customers that were passed on, by number. */
    private Map<Integer, String> names(String staff) {
        return customers.maskedNames(
                Stream.concat(passes.unreadBy(staff).stream(), passes.passedBy(staff).stream())
                        .map(PassedOn::customer)
                        .distinct()
                        .toList(),
                DataScope.wholeBank());
    }

    /** The viewer's key for records that wait on their device. */
    @GetMapping(value = "/my-day/seal", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String seal(PageFrame page) {
        return seals.of(page.signedIn());
    }
}
