package org.yinhang.product.web;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.TableAnswer;
import org.yinhang.core.policy.TableEvaluator;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.predicate.record.Truth;
import org.yinhang.customer.Customers;
import org.yinhang.product.CustomerOffers;
import org.yinhang.product.GivenFacts;
import org.yinhang.product.Policies;
import org.yinhang.product.PolicyTable;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The bench of a table: a customer of the bank or a described one, and which row and condition says what. */
@Controller
@AllowedTo({Role.ANALYST, Role.CREDIT_OPERATOR, Role.COMPLIANCE})
class PolicyBenchController {

    private final Policies policies;
    private final CustomerOffers offers;
    private final Customers customers;
    private final Audit audit;
    private final Templates templates;

    PolicyBenchController(
            Policies policies, CustomerOffers offers, Customers customers, Audit audit, Templates templates) {
        this.policies = policies;
        this.offers = offers;
        this.customers = customers;
        this.audit = audit;
        this.templates = templates;
    }

    @GetMapping("/policies/{id}/bench")
    JteModel bench(@PathVariable String id, PageFrame page) {
        PolicyTable table = find(id);
        List<String> fields = CompiledTable.compile(table.table(), policies.catalogue()).fields().stream()
                .map(ExpressionText::of)
                .toList();
        return templates.productBench(page, table, fields);
    }

    /** What the table says; values typed stand in the place of the customer's own. */
    @PostMapping("/policies/{id}/bench")
    JteModel answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") String given,
            PageFrame page) {
        PolicyTable table = find(id);
        try {
            GivenFacts typed = GivenFacts.read(lines(given), policies.catalogue());
            Optional<BenchAnswer> answer = customer.isBlank()
                    ? Optional.of(answer(table, typed))
                    : offers.within(number(customer, page, id), subject -> answer(table, over(typed, subject.facts())));
            return templates.productBenchAnswer(page, List.of(), answer.orElse(null));
        } catch (FaultException e) {
            return templates.productBenchAnswer(page, e.faults(), null);
        }
    }

    private int number(String text, PageFrame page, String table) {
        int number = text.strip().matches("\\d{1,9}") ? Integer.parseInt(text.strip()) : -1;
        if (customers.find(number, DataScope.ofCustomers(page.signedIn())).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.record(AuditNote.by(page.signedIn(), "policy.bench", "customer " + number)
                .with(table));
        return number;
    }

    /** Lines of the form field = value. */
    private static Map<String, String> lines(String text) {
        Map<String, String> given = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int equals = line.indexOf('=');
            given.put(
                    equals < 0 ? line.strip() : line.substring(0, equals).strip(),
                    equals < 0 ? "" : line.substring(equals + 1).strip());
        });
        return given;
    }

    private static Facts over(GivenFacts typed, Facts own) {
        return leaf -> leaf instanceof Reference(var field) && typed.values().containsKey(field.name())
                ? typed.value(leaf)
                : own.value(leaf);
    }

    private BenchAnswer answer(PolicyTable policy, Facts facts) {
        CompiledTable compiled = CompiledTable.compile(policy.table(), policies.catalogue());
        TableEvaluator evaluator = TableEvaluator.of(compiled, policies.asOf());
        TableAnswer answer = evaluator.answer(facts);
        String column = policy.kind().column().name();
        List<BenchRow> rows = new ArrayList<>();
        for (int i = 0; i < compiled.rows().size(); i++) {
            Truth truth = evaluator.truth(i, facts);
            String outcome = truth == Truth.TRUE ? text(policy, evaluator.outcome(i, column, facts)) : "";
            boolean isDeciding = answer.hits().contains(i) || answer.unjudged().contains(i);
            rows.add(new BenchRow(evaluator.row(i), truth, isDeciding, evaluator.deciding(i, facts), outcome));
        }
        List<String> read = new ArrayList<>();
        for (Leaf field : compiled.fields()) {
            read.add(ExpressionText.of(field) + " = "
                    + ExpressionText.of(new Literal(field.type(), facts.value(field))));
        }
        String unknown = evaluator
                .unknown(column, facts)
                .map(value -> text(policy, value))
                .orElse("");
        return new BenchAnswer(rows, answer.isCertain(), unknown, read);
    }

    private static String text(PolicyTable policy, Value value) {
        return value instanceof Value.Text(String word)
                ? policy.kind().column().values().getOrDefault(word, word)
                : ExpressionText.of(new Literal(policy.kind().column().type(), value));
    }

    private PolicyTable find(String id) {
        return policies.offers()
                .book()
                .table(id, policies.asOf().day())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
