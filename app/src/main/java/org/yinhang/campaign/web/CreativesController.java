package org.yinhang.campaign.web;

import gg.jte.models.runtime.JteModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.campaign.CampaignProduct;
import org.yinhang.campaign.CreativeVersion;
import org.yinhang.campaign.Creatives;
import org.yinhang.core.fault.Fault;
import org.yinhang.customer.Customers;
import org.yinhang.product.Product;
import org.yinhang.reach.MessageText;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Texts: written, checked word by word while typing, shown as a customer gets them, approved by another. */
@Controller
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
class CreativesController {

    private static final String NOBODY = "张三";

    private final Creatives creatives;
    private final CampaignProduct products;
    private final Customers customers;
    private final Templates templates;

    CreativesController(Creatives creatives, CampaignProduct products, Customers customers, Templates templates) {
        this.creatives = creatives;
        this.products = products;
        this.customers = customers;
        this.templates = templates;
    }

    @GetMapping("/creatives")
    JteModel list(@RequestParam(defaultValue = "") String product, PageFrame page) {
        List<Product> lending = products.lending();
        Product shown = lending.stream()
                .filter(one -> one.id().equals(product))
                .findFirst()
                .or(() -> lending.stream().findFirst())
                .orElse(null);
        List<CreativeVersion> newest = creatives.newest();
        Map<String, String> neutral = new HashMap<>();
        if (shown != null) {
            newest.forEach(one -> creatives
                    .neutralPreview(one.text(), shown.id(), NOBODY)
                    .ifPresent(preview -> neutral.put(one.code(), preview)));
        }
        return templates.campaignCreatives(page, newest, neutral, lending, shown);
    }

    @GetMapping("/creatives/edit")
    @AllowedTo(Role.ANALYST)
    JteModel edit(@RequestParam(defaultValue = "") String code, PageFrame page) {
        CreativeVersion version = creatives.newest().stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElse(null);
        return templates.campaignCreative(page, version, products.lending());
    }

    /** What the word check finds, and how the text reads to somebody. */
    @PostMapping("/creatives/check")
    @AllowedTo(Role.ANALYST)
    JteModel check(
            @RequestParam String channel,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam String text,
            @RequestParam String product,
            @RequestParam(defaultValue = "") String customer,
            PageFrame page) {
        List<Fault> faults = new MessageText(text).faults("text");
        if (customer.matches("\\d{1,9}")) {
            int number = Integer.parseInt(customer);
            DataScope scope = DataScope.ofCustomers(page.signedIn());
            String name = customers.maskedNames(List.of(number), scope).get(number);
            if (name != null) {
                return templates.campaignChecked(
                        page,
                        faults,
                        creatives.lint(channel, subject, text, product).findings(),
                        creatives.previewFor(text, product, name, number),
                        creatives.neutralPreview(text, product, name));
            }
        }
        return templates.campaignChecked(
                page,
                faults,
                creatives.lint(channel, subject, text, product).findings(),
                creatives.preview(text, product, NOBODY),
                Optional.empty());
    }

    @PostMapping("/creatives")
    @AllowedTo(Role.ANALYST)
    String save(
            @RequestParam String code,
            @RequestParam String channel,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam String text,
            PageFrame page) {
        creatives.save(code.strip(), channel, subject.strip(), text.strip(), page.signedIn());
        return "redirect:/creatives";
    }

    @PostMapping("/creatives/{code}/{version}/{decision}")
    @AllowedTo({Role.ANALYST, Role.COMPLIANCE})
    String decide(@PathVariable String code, @PathVariable int version, @PathVariable String decision, PageFrame page) {
        CreativeVersion draft =
                creatives.find(code, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        switch (decision) {
            case "approve" -> creatives.decide(draft, true, page.signedIn());
            case "reject" -> creatives.decide(draft, false, page.signedIn());
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/creatives";
    }
}
