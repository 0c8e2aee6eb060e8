package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.opportunity.Pool;
import org.yinhang.opportunity.handover.Handover;
import org.yinhang.opportunity.handover.HandoverOrder;
import org.yinhang.opportunity.handover.HandoverReach;
import org.yinhang.opportunity.handover.Handovers;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The branch head hands customers over: whose and to whom, what that would do, and then that. */
@Controller
@AllowedTo(Role.BRANCH_HEAD)
class HandoverController {

    private final Handovers handovers;
    private final Customers customers;
    private final Pool pool;
    private final Templates templates;

    HandoverController(Handovers handovers, Customers customers, Pool pool, Templates templates) {
        this.handovers = handovers;
        this.customers = customers;
        this.pool = pool;
        this.templates = templates;
    }

    /** All customers of somebody. */
    @GetMapping("/handovers/new")
    JteModel all(@RequestParam(defaultValue = "") String from, PageFrame page) {
        return templates.opportunityHandoverNew(
                page,
                new HandoverOrder(from, List.of(), List.of(), Optional.empty(), "", false),
                0,
                customers.choices(DataScope.ofCustomers(page.signedIn())).managers(),
                pool.team(page.signedIn()));
    }

    /** What was chosen in the list of customers. */
    @PostMapping("/customers/handover")
    JteModel some(ListQuery query, PageFrame page) {
        Slice<Customer> chosen =
                customers.page(query.withPage(1).withSize(ListQuery.LARGEST), DataScope.ofCustomers(page.signedIn()));
        List<Integer> numbers = chosen.items().stream().map(Customer::number).toList();
        return templates.opportunityHandoverNew(
                page,
                new HandoverOrder("", numbers, List.of(), Optional.empty(), "", false),
                chosen.total(),
                List.of(),
                pool.team(page.signedIn()));
    }

    @PostMapping("/handovers/preview")
    JteModel preview(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(name = "customers", defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") List<String> receivers,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean staysDeputy,
            PageFrame page) {
        HandoverOrder order = order(from, chosen, receivers, lastDay, reason, staysDeputy);
        return templates.opportunityHandoverPreview(
                page, handovers.preview(order, page.signedIn()), customers.staffNames(List.of(from)));
    }

    @PostMapping("/handovers")
    String confirm(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(name = "customers", defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") List<String> receivers,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean staysDeputy,
            @RequestParam(defaultValue = "") String digest,
            PageFrame page) {
        HandoverOrder order = order(from, chosen, receivers, lastDay, reason, staysDeputy);
        return "redirect:/handovers/" + handovers.confirm(order, digest, page.signedIn());
    }

    @PostMapping("/handovers/{id}/undo")
    String undo(@PathVariable long id, PageFrame page) {
        HandoverReach reach = handovers.reach(page.signedIn());
        Handover handover =
                handovers.find(id, reach).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        handovers.undo(handover, page.signedIn());
        return "redirect:/handovers/" + id;
    }

    private static HandoverOrder order(
            String from,
            String chosen,
            List<String> receivers,
            @Nullable LocalDate lastDay,
            String reason,
            boolean staysDeputy) {
        List<Integer> numbers = Arrays.stream(chosen.split("\\."))
                .filter(number -> number.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
        if (numbers.size() > ListQuery.LARGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return new HandoverOrder(from, numbers, receivers, Optional.ofNullable(lastDay), reason, staysDeputy);
    }
}
