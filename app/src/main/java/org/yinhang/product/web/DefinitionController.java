package org.yinhang.product.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.core.fault.FaultException;
import org.yinhang.product.Definition;
import org.yinhang.product.LenderCap;
import org.yinhang.product.Policies;
import org.yinhang.product.PolicyTable;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.Product;
import org.yinhang.product.Trial;
import org.yinhang.product.internal.PolicyYaml;
import org.yinhang.product.internal.ProductYaml;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Changing a product or a cost cap: its definition as text, with what it would come to beside it. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE})
class DefinitionController {

    private final Policies policies;
    private final Templates templates;

    DefinitionController(Policies policies, Templates templates) {
        this.policies = policies;
        this.templates = templates;
    }

    @GetMapping("/products/{id}/edit")
    JteModel product(@PathVariable String id, PageFrame page) {
        return edit(PolicyVersion.Kind.PRODUCT, id, "/products/" + id, page);
    }

    @GetMapping("/policies/caps/{id}/edit")
    JteModel cap(@PathVariable String id, PageFrame page) {
        return edit(PolicyVersion.Kind.CAP, id, "/products", page);
    }

    private JteModel edit(PolicyVersion.Kind kind, String id, String back, PageFrame page) {
        int newest = policies.newest(kind, id);
        Definition definition = policies.definition(kind, id, newest)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return templates.productDefinition(page, id, yaml(definition), newest, back);
    }

    private static String yaml(Definition definition) {
        return switch (definition) {
            case Definition.OfProduct(Product product) -> ProductYaml.of(product);
            case Definition.OfTable(PolicyTable table) -> PolicyYaml.of(List.of(table));
            case Definition.OfCap(LenderCap cap) -> ProductYaml.of(cap);
        };
    }

    /** What is wrong with a definition while it is written; otherwise prices and what caps leave, with it. */
    @PostMapping("/policies/definition/check")
    JteModel check(@RequestParam String yaml, PageFrame page) {
        try {
            return templates.productTrial(page, List.of(), Optional.of(policies.check(yaml)));
        } catch (FaultException e) {
            return templates.productTrial(page, e.faults(), Optional.<Trial>empty());
        }
    }

    /** Saves a draft; under another code it is the first version of something new. */
    @PostMapping("/policies/definition/save")
    ResponseEntity<Void> save(
            @RequestParam String yaml, @RequestParam String id, @RequestParam int seen, PageFrame page) {
        boolean isSame = Definition.read(yaml).id().equals(id);
        policies.save(yaml, isSame ? seen : 0, page.signedIn());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/policies")
                .build();
    }
}
