package org.yinhang.core.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;

/** Reads the texts of a table and gathers everything that is wrong with them. */
final class TableCompiler {

    private static final int MOST_ROWS = 2_000;

    private final DecisionTable table;
    private final Catalogue catalogue;
    private final Faults faults = new Faults();

    TableCompiler(DecisionTable table, Catalogue catalogue) {
        this.table = table;
        this.catalogue = catalogue;
    }

    CompiledTable compile() {
        checkTable();
        List<CompiledRow> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (TableRow row : table.rows()) {
            if (!seen.add(row.id())) {
                add(
                        "POL-1003",
                        "There are two rows '%s'.".formatted(row.id()),
                        row,
                        "Give each row a name of its own.");
            }
            rows.add(row(row));
        }
        Optional<CompiledRow> unknown = table.unknown().map(row -> new CompiledRow(row, always(), outcomes(row)));
        faults.raise();
        return new CompiledTable(table, rows, unknown);
    }

    private void checkTable() {
        if (table.rows().isEmpty() || table.rows().size() > MOST_ROWS) {
            faults.add(Fault.of(
                    "POL-1001",
                    "The table has %d rows.".formatted(table.rows().size()),
                    table.id(),
                    "Expected 1 to %,d.".formatted(MOST_ROWS)));
        }
        if (table.until().filter(until -> !until.isAfter(table.from())).isPresent()) {
            faults.add(Fault.of(
                    "POL-1002",
                    "The table ends before it begins.",
                    table.id(),
                    "Write an end after %s, or none.".formatted(table.from())));
        }
    }

    private CompiledRow row(TableRow row) {
        if (row.code().isBlank() || row.zh().isBlank() || row.en().isBlank()) {
            add("POL-1004", "A row needs a reason: code, Chinese and English text.", row, "Write all three.");
        }
        Expression condition = always();
        try {
            condition = Predicates.condition(row.condition(), catalogue);
        } catch (PredicateException e) {
            e.faults().faults().forEach(fault -> add("POL-1005", fault.code() + " " + fault.what(), row, fault));
        }
        return new CompiledRow(row, condition, outcomes(row));
    }

    private Map<String, Expression> outcomes(TableRow row) {
        List<String> names = table.columns().stream().map(OutcomeColumn::name).toList();
        row.outcomes().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> add(
                        "POL-1006",
                        "The table has no column '%s'.".formatted(name),
                        row,
                        Suggestion.advise(name, names)));
        Map<String, Expression> outcomes = new LinkedHashMap<>();
        for (OutcomeColumn column : table.columns()) {
            String text = row.outcomes().getOrDefault(column.name(), "").strip();
            if (text.isEmpty()) {
                add("POL-1007", "The row says nothing in '%s'.".formatted(column.name()), row, "Fill the cell.");
            } else {
                outcome(row, column, text).ifPresent(outcome -> outcomes.put(column.name(), outcome));
            }
        }
        return outcomes;
    }

    private Optional<Expression> outcome(TableRow row, OutcomeColumn column, String text) {
        if (column.type() == ValueType.TEXT) {
            return word(row, column, text);
        }
        try {
            return Optional.of(Predicates.value(text, column.type(), catalogue));
        } catch (PredicateException e) {
            e.faults().faults().forEach(fault -> add("POL-1008", column.name() + ": " + fault.what(), row, fault));
            return Optional.empty();
        }
    }

    /** Texts are written without quotes, by code or by Chinese name. */
    private Optional<Expression> word(TableRow row, OutcomeColumn column, String text) {
        Map<String, String> values = column.values();
        if (values.isEmpty() || values.containsKey(text)) {
            return Optional.of(new Literal(ValueType.TEXT, Value.of(text)));
        }
        Optional<Expression> code = values.entrySet().stream()
                .filter(entry -> entry.getValue().equals(text))
                .findFirst()
                .map(entry -> new Literal(ValueType.TEXT, Value.of(entry.getKey())));
        if (code.isEmpty()) {
            add(
                    "POL-1008",
                    "%s: '%s' is not known here.".formatted(column.name(), text),
                    row,
                    Suggestion.advise(text, values.keySet()));
        }
        return code;
    }

    private static Expression always() {
        return new Literal(ValueType.TRUTH, Value.of(true));
    }

    private void add(String code, String what, TableRow row, Fault inner) {
        String where = inner.where().isEmpty() ? "" : ", " + inner.where();
        faults.add(Fault.of(code, what, "%s row %s%s".formatted(table.id(), row.id(), where), inner.next()));
    }

    private void add(String code, String what, TableRow row, String next) {
        faults.add(Fault.of(code, what, "%s row %s".formatted(table.id(), row.id()), next));
    }
}
