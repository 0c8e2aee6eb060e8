package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.yinhang.access.DataScope;
import org.yinhang.customer.Customers;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.Pool;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The public pool: what anybody of the branch may take. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD})
class PoolController {

    private final Pool pool;
    private final Opportunities opportunities;
    private final Customers customers;
    private final OpportunityWords words;
    private final ListExport export;
    private final BusinessClock clock;
    private final Templates templates;

    PoolController(
            Pool pool,
            Opportunities opportunities,
            Customers customers,
            OpportunityWords words,
            ListExport export,
            BusinessClock clock,
            Templates templates) {
        this.pool = pool;
        this.opportunities = opportunities;
        this.customers = customers;
        this.words = words;
        this.export = export;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/opportunity-pool")
    JteModel list(ListQuery query, PageFrame page) {
        Slice<Opportunity> slice = pool.page(query, page.signedIn());
        Map<Integer, String> names = customers.maskedNames(
                slice.items().stream().map(Opportunity::customer).distinct().toList(), DataScope.wholeBank());
        return templates.opportunityPool(
                page, slice, query, names, pool.room(opportunities.staffCode(page.signedIn())), words.now());
    }

    @PostMapping("/opportunity-pool/{id}/claim")
    String claim(@PathVariable long id, PageFrame page) {
        pool.claim(id, opportunities.staffCode(page.signedIn()), page.signedIn());
        return "redirect:/opportunities/" + id;
    }

    @PostMapping("/opportunities/{id}/put-back")
    String putBack(@PathVariable long id, PageFrame page) {
        pool.putBack(id, opportunities.staffCode(page.signedIn()), page.signedIn());
        return "redirect:/opportunity-pool";
    }

    @RequestMapping(
            path = "/opportunity-pool.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        return export.write(
                OpportunityColumns.of(words.now(), Map.of(), clock.now().toInstant(), page),
                page.t("opportunity.pool.title"),
                query,
                page,
                next -> pool.page(next, page.signedIn()));
    }
}
