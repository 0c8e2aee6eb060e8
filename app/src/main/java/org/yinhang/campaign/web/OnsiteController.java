package org.yinhang.campaign.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.campaign.CampaignProduct;
import org.yinhang.campaign.onsite.EventPlan;
import org.yinhang.campaign.onsite.Guest;
import org.yinhang.campaign.onsite.OnsiteEvent;
import org.yinhang.campaign.onsite.OnsiteEvents;
import org.yinhang.campaign.onsite.OnsiteGuests;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Events on site: the list, the form that plans one, and one of them with checklist and guests. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD, Role.ANALYST})
class OnsiteController {

    private final OnsiteEvents events;
    private final OnsiteGuests guests;
    private final CampaignProduct products;
    private final Customers customers;
    private final BusinessClock clock;
    private final ListExport export;
    private final Templates templates;

    OnsiteController(
            OnsiteEvents events,
            OnsiteGuests guests,
            CampaignProduct products,
            Customers customers,
            BusinessClock clock,
            ListExport export,
            Templates templates) {
        this.events = events;
        this.guests = guests;
        this.products = products;
        this.customers = customers;
        this.clock = clock;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/events")
    JteModel list(@ListKey("onsite-events") ListQuery query, PageFrame page) {
        return templates.campaignOnsiteEvents(
                page, OnsiteList.of().fill(query, events.page(query, page.signedIn()), page));
    }

    @RequestMapping(
            path = "/events.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(
                OnsiteList.of(), page.t("onsite.title"), query, page, next -> events.page(next, page.signedIn()));
    }

    @GetMapping("/events/new")
    JteModel form(PageFrame page) {
        return templates.campaignOnsitePlan(
                page,
                events.places(page.signedIn()),
                products.lending(),
                clock.today().plusDays(14));
    }

    @PostMapping("/events")
    @AllowedTo({Role.BRANCH_HEAD, Role.ANALYST})
    String plan(
            @RequestParam String theme,
            @RequestParam String programme,
            @RequestParam String entry,
            @RequestParam String product,
            @RequestParam String branch,
            @RequestParam String place,
            @RequestParam LocalDate day,
            @RequestParam LocalTime from,
            @RequestParam LocalTime until,
            @RequestParam int expected,
            PageFrame page) {
        EventPlan plan = new EventPlan(
                theme.strip(),
                programme.strip(),
                entry.strip(),
                product,
                branch,
                place.strip(),
                day,
                from,
                until,
                expected);
        return "redirect:/events/" + events.plan(plan, page.signedIn());
    }

    @GetMapping("/events/{id}")
    JteModel one(@PathVariable long id, PageFrame page) {
        return page(id, "", page);
    }

    /** The same with the guests a text finds: a name, a phone number, an identity number. By POST: the text is personal. */
    @PostMapping("/events/{id}/find")
    JteModel find(@PathVariable long id, @RequestParam(defaultValue = "") String text, PageFrame page) {
        return page(id, text.strip(), page);
    }

    private JteModel page(long id, String text, PageFrame page) {
        OnsiteEvent event =
                events.find(id, page.signedIn()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        DataScope scope = DataScope.ofCustomers(page.signedIn());
        List<Guest> guests = this.guests.of(event, page.signedIn());
        if (!text.isEmpty()) {
            Set<Integer> found = new HashSet<>(
                    customers
                            .page(new ListQuery(text, Map.of(), "number", false, 1, ListQuery.LARGEST), scope)
                            .items()
                            .stream()
                            .map(Customer::number)
                            .collect(Collectors.toSet()));
            guests = guests.stream()
                    .filter(guest -> found.contains(guest.customer())
                            || Integer.toString(guest.customer()).equals(text))
                    .toList();
        }
        Map<Integer, String> names =
                customers.maskedNames(guests.stream().map(Guest::customer).toList(), scope);
        return templates.campaignOnsiteEvent(page, event, events.checklist(event), guests, names, text, clock.today());
    }
}
