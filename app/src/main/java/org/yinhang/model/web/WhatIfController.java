package org.yinhang.model.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.FaultException;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.CustomerScores;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Models;
import org.yinhang.model.WhatIf;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.tag.TagDefinitions;
import yinhang.pages.Templates;

/** The champion on one customer: why the score is what it is, and what it would be if something were otherwise. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class WhatIfController {

    /** Fields of the form that are features begin with this. */
    private static final String FEATURE = "x.";

    private static final int MOST_FOUND = 10;

    private final Models models;
    private final CustomerScores scores;
    private final Customers customers;
    private final TagDefinitions tags;
    private final Audit audit;
    private final Templates templates;

    WhatIfController(
            Models models,
            CustomerScores scores,
            Customers customers,
            TagDefinitions tags,
            Audit audit,
            Templates templates) {
        this.models = models;
        this.scores = scores;
        this.customers = customers;
        this.tags = tags;
        this.audit = audit;
        this.templates = templates;
    }

    /** Asks for a customer; with one found, shows why he has his score. */
    @GetMapping("/models/{id}/what-if")
    JteModel ask(@PathVariable String id, @RequestParam(defaultValue = "0") int customer, PageFrame page) {
        ModelDefinition definition = declared(id);
        if (customer == 0) {
            return templates.modelWhatIf(page, definition, version(id), null, null, List.of(), List.of());
        }
        Customer found = customer(customer, page);
        try {
            WhatIf whatIf = scores.whatIf(id, found.number(), Map.of());
            audit.record(AuditNote.by(page.signedIn(), "model.score", "customer " + found.number())
                    .with(id));
            return templates.modelWhatIf(
                    page, definition, version(id), found, page(definition, whatIf, page), List.of(), List.of());
        } catch (FaultException e) {
            return templates.modelWhatIf(page, definition, version(id), found, null, List.of(), e.faults());
        }
    }

    /** Looks customers up by number or name; a name is sent, not put into an address. */
    @PostMapping("/models/{id}/what-if/customers")
    JteModel search(@PathVariable String id, @RequestParam String text, PageFrame page) {
        ModelDefinition definition = declared(id);
        List<Customer> found = text.isBlank()
                ? List.of()
                : customers
                        .page(
                                new ListQuery(text.strip(), Map.of(), "", false, 1, MOST_FOUND),
                                DataScope.ofCustomers(page.signedIn()))
                        .items();
        return templates.modelFound(page, definition.id(), found);
    }

    /** The answer with the features as they stand in the form. */
    @PostMapping("/models/{id}/what-if/{customer}")
    JteModel answer(
            @PathVariable String id,
            @PathVariable int customer,
            @RequestParam Map<String, String> form,
            PageFrame page) {
        ModelDefinition definition = declared(id);
        Map<String, String> assumed = new TreeMap<>();
        form.forEach((field, value) -> {
            if (field.startsWith(FEATURE)) {
                assumed.put(field.substring(FEATURE.length()), value.strip());
            }
        });
        WhatIf before = scores.whatIf(id, customer(customer, page).number(), Map.of());
        assumed.entrySet().removeIf(one -> before.terms().stream()
                .noneMatch(term -> term.column().equals(one.getKey())
                        && term.kind() != WhatIf.Kind.NONE
                        && !term.value().equals(one.getValue())));
        try {
            WhatIf now = assumed.isEmpty() ? before : scores.whatIf(id, customer, assumed);
            return templates.modelAnswer(
                    page,
                    WhatIfPage.answer(now, words(definition, page), page),
                    before.score().probability(),
                    assumed.size(),
                    List.of());
        } catch (FaultException e) {
            return templates.modelAnswer(
                    page,
                    WhatIfPage.answer(before, words(definition, page), page),
                    before.score().probability(),
                    0,
                    e.faults());
        }
    }

    private WhatIfPage page(ModelDefinition definition, WhatIf whatIf, PageFrame page) {
        ModelVersion champion = models.find(definition.id(), whatIf.score().version());
        return WhatIfPage.of(whatIf, models.evidence(champion), words(definition, page), page);
    }

    private ModelWords words(ModelDefinition definition, PageFrame page) {
        return new ModelWords(definition, tags.byId(), page);
    }

    private Customer customer(int number, PageFrame page) {
        return customers
                .find(number, DataScope.ofCustomers(page.signedIn()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private int version(String id) {
        return ModelController.shown(models.versions(id), 0)
                .map(ModelVersion::version)
                .orElse(0);
    }

    private ModelDefinition declared(String id) {
        return models.declared(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
