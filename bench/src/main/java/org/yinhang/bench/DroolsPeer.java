package org.yinhang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.yinhang.bench.DrlTables.Rule;
import org.yinhang.bench.DrlTables.Table;
import org.yinhang.core.policy.CompiledRow;
import org.yinhang.core.policy.HitPolicy;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Truth;
import org.yinhang.product.PolicyKind;

/**
 * The same decision tables in Drools: rules made into Java by its executable model, one session for all customers, one after the
 * other. For one thread.
 */
final class DroolsPeer implements AutoCloseable {

    private static final Object MISSING = new Object();

    private final DrlTables tables;
    private final List<Rule> rules;
    private final FactType applicant;
    private final KieSession session;
    private final List<Integer> found = new ArrayList<>();

    DroolsPeer(DrlTables tables) {
        this.tables = tables;
        this.rules = tables.rules();
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/%s/policies.drl".formatted(DrlTables.PACKAGE.replace('.', '/')), tables.text());
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().getMessages().toString());
        }
        KieBase base =
                services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
        this.applicant = base.getFactType(DrlTables.PACKAGE, DrlTables.FACT);
        this.session = base.newKieSession();
        session.setGlobal(DrlTables.FOUND, found);
    }

    /** A customer as a fact of the rules. */
    Object fact(Map<String, Value> values) {
        try {
            Object fact = applicant.newInstance();
            tables.slots().forEach((field, slot) -> {
                Object value = plain(values.getOrDefault(field, Value.missing()));
                if (value != MISSING) {
                    applicant.set(fact, slot, value);
                }
            });
            return fact;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Whole(long whole) -> whole;
            case Value.Real(double real) -> real;
            case Value.Text(String text) -> text;
            case Value.Truth(boolean truth) -> truth;
            case Value.Missing _, Value.Labels _ -> MISSING;
        };
    }

    /** What a table says: a code and what the table's column holds. */
    private record Said(Table table, String row, String code, Value value) {}

    /** What the rules say of a customer, for each product. */
    List<PolicyVerdict> assess(Object fact, List<String> products) {
        found.clear();
        FactHandle handle = session.insert(fact);
        session.fireAllRules();
        session.delete(handle);
        List<List<Said>> said = said();
        List<PolicyVerdict> verdicts = new ArrayList<>(products.size());
        for (String product : products) {
            verdicts.add(verdict(product, said));
        }
        return verdicts;
    }

    private List<List<Said>> said() {
        List<List<Rule>> fired = new ArrayList<>();
        tables.tables().forEach(_ -> fired.add(new ArrayList<>()));
        for (int number : found) {
            Rule rule = rules.get(number);
            fired.get(rule.table()).add(rule);
        }
        List<List<Said>> said = new ArrayList<>();
        for (int place = 0; place < fired.size(); place++) {
            said.add(said(tables.tables().get(place), fired.get(place)));
        }
        return said;
    }

    private static List<Said> said(Table table, List<Rule> fired) {
        List<CompiledRow> rows = table.compiled().rows();
        boolean isFirst = table.policy().table().hit() == HitPolicy.FIRST;
        List<Integer> hits = rows(fired, Truth.TRUE);
        List<Integer> unjudged = new ArrayList<>(rows(fired, Truth.MISSING));
        if (isFirst && !hits.isEmpty()) {
            Map<String, Expression> decided = rows.get(hits.getFirst()).outcomes();
            unjudged.removeIf(
                    row -> row > hits.getFirst() || rows.get(row).outcomes().equals(decided));
        }
        List<Said> said = new ArrayList<>();
        if (unjudged.isEmpty() || !isFirst) {
            hits.forEach(hit -> said.add(said(table, rows.get(hit))));
        }
        if (!unjudged.isEmpty()) {
            said.add(table.compiled()
                    .unknown()
                    .map(row -> said(table, row))
                    .orElseGet(() -> new Said(table, "", "POLICY_UNKNOWN", Value.of("refuse"))));
        } else if (isFirst && said.isEmpty()) {
            said.add(new Said(table, "", "POLICY_GAP", Value.of("refuse")));
        }
        return said;
    }

    private static List<Integer> rows(List<Rule> fired, Truth truth) {
        return fired.stream()
                .filter(rule -> rule.truth() == truth)
                .map(Rule::row)
                .sorted()
                .toList();
    }

    private static Said said(Table table, CompiledRow row) {
        String column = table.policy().kind().column().name();
        Value value = row.outcomes().get(column) instanceof Literal(var _, Value constant) ? constant : Value.missing();
        return new Said(table, row.row().id(), row.row().code(), value);
    }

    private static PolicyVerdict verdict(String product, List<List<Said>> all) {
        List<String> refusals = new ArrayList<>();
        List<String> referrals = new ArrayList<>();
        List<String> prices = new ArrayList<>();
        for (List<Said> of : all) {
            for (Said said : of) {
                if (said.table().covers(product)) {
                    PolicyKind kind = said.table().policy().kind();
                    if (kind == PolicyKind.PRICE) {
                        if (refusals.isEmpty() && said.value() instanceof Value.Whole(long ppm)) {
                            prices.add(said.table().policy().table().name() + "#" + said.row() + " " + ppm);
                        }
                    } else {
                        gate(said, kind, refusals, referrals);
                    }
                }
            }
        }
        return new PolicyVerdict(refusals, referrals, refusals.isEmpty() ? Optional.of(prices) : Optional.empty());
    }

    private static void gate(Said said, PolicyKind kind, List<String> refusals, List<String> referrals) {
        String verdict = said.value() instanceof Value.Text(String word) ? word : "refuse";
        if (verdict.equals("refer") && kind != PolicyKind.RED_LINE) {
            referrals.add(said.code());
        } else if (!verdict.equals("pass")) {
            refusals.add(said.code());
        }
    }

    /** The tables it answers for, by name and version. */
    Set<String> names() {
        return tables.tables().stream()
                .map(table -> table.policy().table().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        session.dispose();
    }
}
