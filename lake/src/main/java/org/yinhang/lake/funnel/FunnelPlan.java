package org.yinhang.lake.funnel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.funnel.FunnelRules;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.fold.RowMasks;

/**
 * A funnel checked against what can be read: every name resolved, every condition typed.
 *
 * @param rules the steps as times and bits
 * @param tables the tables read, those of the steps first, in order of first mention
 * @param customers the condition on customers
 * @param customerFields the fields of customers that condition or breakdown read
 * @param breakdown how journeys are split
 * @param reasons where to look for what became of those who stopped
 */
record FunnelPlan(
        Funnel funnel,
        AsOf asOf,
        FunnelRules rules,
        List<Table> tables,
        Optional<Expression> customers,
        Set<String> customerFields,
        List<Split> breakdown,
        List<Reason> reasons) {

    /** A table with the conditions on its rows by bit, and all columns read. */
    record Table(FactTable table, Map<Integer, Expression> conditions, Set<Integer> always, Set<String> columns) {

        RowMasks masks(AsOf asOf) {
            RowMasks masks = new RowMasks(conditions, asOf);
            always.forEach(masks::andAlways);
            return masks;
        }
    }

    /** By what journeys are split. */
    sealed interface Split {
        /** As declared. */
        String name();

        /** A column of codes in the first step's row. */
        record First(String name, Field column) implements Split {}

        /** A field of codes of the customer. */
        record OfCustomer(String name, Field field) implements Split {}

        /** The calendar month of the first step. */
        record Month(String name) implements Split {}

        /** The Monday of the first step's week. */
        record Week(String name) implements Split {}
    }

    /** A column of codes of one of the tables. */
    record Reason(Funnel.Reason declared, int table, Field column) {}

    /**
     * Checks a funnel.
     *
     * @param known the tables there are
     * @param fields the fields of customers
     * @throws FaultException with everything that is wrong
     */
    static FunnelPlan of(Funnel funnel, List<FactTable> known, List<Field> fields, AsOf asOf) {
        return new Checking(funnel, known, fields, asOf).plan();
    }

    /** The instant before which journeys begin: of those that began later the outcome is not known yet. */
    static long until(Funnel funnel, AsOf asOf) {
        long end = asOf.start();
        long asked =
                funnel.until().map(asOf::startOf).map(day -> Math.min(day, end)).orElse(end);
        return funnel.mature() && funnel.window() != FunnelRules.ALWAYS
                ? Math.min(asked, end - funnel.window())
                : asked;
    }

    private static final class Checking {

        private final Funnel funnel;
        private final Map<String, FactTable> known;
        private final Catalogue fields;
        private final AsOf asOf;
        private final List<Fault> faults = new ArrayList<>();
        private final Map<String, Table> tables = new LinkedHashMap<>();
        private final Set<String> customerFields = new LinkedHashSet<>();

        Checking(Funnel funnel, List<FactTable> known, List<Field> fields, AsOf asOf) {
            this.funnel = funnel;
            this.known = known.stream()
                    .collect(Collectors.toMap(FactTable::name, table -> table, (a, b) -> a, LinkedHashMap::new));
            this.fields = Catalogue.ofFields(fields);
            this.asOf = asOf;
        }

        FunnelPlan plan() {
            List<Long> within = new ArrayList<>();
            for (Funnel.Step step : funnel.steps()) {
                condition(step.table(), step.condition(), within.size());
                within.add(step.within());
            }
            List<FunnelRules.Exclusion> exclusions = new ArrayList<>();
            for (Funnel.Exclusion exclusion : funnel.exclusions()) {
                condition(exclusion.table(), Optional.of(exclusion.condition()), within.size() + exclusions.size());
                exclusions.add(new FunnelRules.Exclusion(exclusion.after() - 1, exclusion.before() - 1));
            }
            Optional<Expression> customers = funnel.customers().flatMap(condition -> parsed(condition, fields));
            customers.ifPresent(condition -> Leaves.of(condition).forEach(leaf -> {
                if (leaf instanceof Reference(Field field)) {
                    customerFields.add(field.name());
                }
            }));
            List<Split> breakdown = funnel.breakdown().stream()
                    .flatMap(name -> split(name).stream())
                    .toList();
            List<Reason> reasons = funnel.reasons().stream()
                    .flatMap(reason -> reason(reason).stream())
                    .toList();
            if (!faults.isEmpty()) {
                throw new FaultException(faults);
            }
            long from = funnel.from().map(asOf::startOf).orElse(Long.MIN_VALUE);
            FunnelRules rules = new FunnelRules(from, until(funnel, asOf), funnel.window(), within, exclusions);
            return new FunnelPlan(
                    funnel,
                    asOf,
                    rules,
                    List.copyOf(tables.values()),
                    customers,
                    Set.copyOf(customerFields),
                    breakdown,
                    reasons);
        }

        private Optional<Table> table(Funnel.Condition name) {
            FactTable table = known.get(name.text());
            if (table == null) {
                fault(
                        "There is no table '%s' of what customers did.".formatted(name.text()),
                        name.where(),
                        "Use one of %s.".formatted(String.join(", ", known.keySet())));
                return Optional.empty();
            }
            return Optional.of(tables.computeIfAbsent(
                    name.text(),
                    n -> new Table(table, new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashSet<>())));
        }

        private void condition(Funnel.Condition name, Optional<Funnel.Condition> condition, int bit) {
            table(name).ifPresent(table -> {
                if (condition.isEmpty()) {
                    table.always.add(bit);
                    return;
                }
                Catalogue columns = Catalogue.ofFields(table.table.columns());
                parsed(condition.get(), columns).ifPresent(expression -> {
                    table.conditions.put(bit, expression);
                    Leaves.of(expression).forEach(leaf -> {
                        if (leaf instanceof Reference(Field field)) {
                            table.columns.add(field.name());
                        }
                    });
                });
            });
        }

        private Optional<Expression> parsed(Funnel.Condition condition, Catalogue catalogue) {
            try {
                return Optional.of(Predicates.condition(condition.text(), catalogue));
            } catch (PredicateException e) {
                e.faults()
                        .faults()
                        .forEach(fault -> faults.add(Fault.of(
                                fault.code(),
                                fault.what(),
                                "%s, %s".formatted(condition.where(), fault.where()),
                                fault.next())));
                return Optional.empty();
            }
        }

        private Optional<Split> split(Funnel.Condition name) {
            String text = name.text();
            switch (text) {
                case "month" -> {
                    return Optional.of(new Split.Month(text));
                }
                case "week" -> {
                    return Optional.of(new Split.Week(text));
                }
                default -> {}
            }
            if (text.startsWith("first.")) {
                return column(funnel.steps().getFirst().table(), text.substring(6), name.where())
                        .map(column -> new Split.First(text, column));
            }
            Optional<Field> field = fields.field(text).filter(f -> f.type() == ValueType.TEXT);
            if (field.isEmpty()) {
                fault(
                        "Journeys cannot be split by '%s'.".formatted(text),
                        name.where(),
                        "Use month, week, first.COLUMN or a field of codes such as customer.branch.");
            }
            field.ifPresent(f -> customerFields.add(f.name()));
            return field.map(f -> new Split.OfCustomer(text, f));
        }

        private Optional<Field> column(Funnel.Condition name, String column, String where) {
            return table(name).flatMap(table -> {
                Optional<Field> field = table.table.columns().stream()
                        .filter(f -> f.name().equals(column) && f.type() == ValueType.TEXT)
                        .findFirst();
                field.ifPresentOrElse(
                        f -> table.columns.add(column),
                        () -> fault(
                                "'%s' has no column of codes '%s'.".formatted(name.text(), column),
                                where,
                                "Use one of %s."
                                        .formatted(table.table.columns().stream()
                                                .filter(f -> f.type() == ValueType.TEXT)
                                                .map(Field::name)
                                                .collect(Collectors.joining(", ")))));
                return field;
            });
        }

        private Optional<Reason> reason(Funnel.Reason reason) {
            return column(
                            reason.table(),
                            reason.column().text(),
                            reason.column().where())
                    .map(field -> new Reason(
                            reason,
                            List.copyOf(tables.keySet()).indexOf(reason.table().text()),
                            field));
        }

        private void fault(String what, String where, String next) {
            faults.add(Fault.of("FUN-1001", what, where, next));
        }
    }
}
