package org.yinhang.lake.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinhang.core.predicate.AggregateFunction;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.ComparisonOperator;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.Window;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.predicate.vector.VectorProgram;

/**
 * All aggregates over one table in one pass over a block's rows: conditions, windows and arguments that several of them
 * have in common are worked out once. Immutable but for the dictionaries; several threads may run it.
 */
public final class Fold {

    private static final String ID = "id";

    private final FactTable table;
    private final AsOf asOf;
    private final Map<Aggregate, Dictionary> aggregates = new LinkedHashMap<>();
    private final Map<Expression, VectorProgram> programs = new HashMap<>();
    private final Map<String, Field> knownLater = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    /** @param aggregates what is asked of the table, each of it */
    public Fold(FactTable table, Collection<Aggregate> aggregates, AsOf asOf) {
        this.table = table;
        this.asOf = asOf;
        for (Aggregate aggregate : aggregates) {
            this.aggregates.put(aggregate, new Dictionary());
            aggregate.argument().ifPresent(this::prepare);
            aggregate.where().map(Fold::conjuncts).ifPresent(parts -> parts.forEach(this::prepare));
        }
        columns.add(FactTable.OCCURRED_AT);
        if (table.state()) {
            columns.add(ID);
        }
        if (!knownLater.isEmpty()) {
            table.knownAt().ifPresent(columns::add);
        }
    }

    /** The conditions that must all be true for the whole to be true. */
    private static List<Expression> conjuncts(Expression condition) {
        return condition instanceof Expression.And(List<Expression> parts)
                ? parts.stream().flatMap(part -> conjuncts(part).stream()).toList()
                : List.of(condition);
    }

    private void prepare(Expression expression) {
        programs.computeIfAbsent(expression, e -> VectorProgram.compile(e, asOf));
        for (Leaf leaf : Leaves.of(expression)) {
            if (leaf instanceof Reference(Field field)) {
                columns.add(field.name());
                if (field.knownLater()) {
                    knownLater.put(field.name(), field);
                }
            }
        }
    }

    public FactTable table() {
        return table;
    }

    /** The columns it reads. */
    public Set<String> columns() {
        return Set.copyOf(columns);
    }

    /** Each aggregate for the 65,536 customers of a block. */
    public Map<Aggregate, Vector> run(FactRows rows) {
        return new Run(rows).results();
    }

    /** A condition and a window, which together select rows. */
    private record Choice(Optional<Expression> where, Window window) {}

    /** What is worked out for one block. */
    private final class Run {

        private final FactRows rows;
        private final int[] customers;
        private final long[] instants;
        private final Map<String, Vector> known;
        private final Map<Expression, Vector> values = new HashMap<>();
        private final Map<Choice, Selection> selections = new HashMap<>();
        private final Map<Field, CodePartition> partitions = new HashMap<>();

        Run(FactRows rows) {
            this.rows = rows;
            this.customers = rows.customers();
            this.instants = rows.wholes(FactTable.OCCURRED_AT);
            this.known = knownColumns();
            Selection past = Selection.before(instants, rows.size(), asOf.start());
            selections.put(
                    new Choice(Optional.empty(), Window.all()),
                    table.state() ? past.newest(customers, rows.wholes(ID)) : past);
        }

        /** The columns as they were known on the as-of day. */
        private Map<String, Vector> knownColumns() {
            if (knownLater.isEmpty() || table.knownAt().isEmpty()) {
                return rows.columns();
            }
            long[] knownAt = rows.wholes(table.knownAt().get());
            int[] places = new int[rows.size()];
            for (int row = 0; row < places.length; row++) {
                long instant = knownAt[row] == Vector.MISSING ? instants[row] : knownAt[row];
                places[row] = instant < asOf.start() ? row : -1;
            }
            Map<String, Vector> columns = new HashMap<>(rows.columns());
            knownLater
                    .keySet()
                    .forEach(name -> columns.computeIfPresent(
                            name, (n, column) -> Vectors.picked(column, places, places.length)));
            return columns;
        }

        Map<Aggregate, Vector> results() {
            Map<Aggregate, Vector> results = new LinkedHashMap<>();
            aggregates.forEach((aggregate, labels) -> {
                Selection selection = selection(new Choice(aggregate.where(), aggregate.window()));
                results.put(
                        aggregate,
                        aggregate
                                .argument()
                                .map(argument -> of(aggregate, selection, value(argument), labels))
                                .orElseGet(() -> rowsOnly(aggregate.function(), selection)));
            });
            return results;
        }

        private Selection selection(Choice choice) {
            Selection known = selections.get(choice);
            if (known != null) {
                return known;
            }
            Selection made =
                    switch (choice.window) {
                        case Window.All all -> where(choice.where.orElseThrow());
                        case Window.Last last -> windowed(choice);
                        case Window.Between between -> windowed(choice);
                    };
            selections.put(choice, made);
            return made;
        }

        private Selection all() {
            return selection(new Choice(Optional.empty(), Window.all()));
        }

        /** The rows of one code are there already; what else is asked is tested on these only. */
        private Selection where(Expression where) {
            List<Expression> rest = new ArrayList<>(conjuncts(where));
            Optional<Expression> equality =
                    rest.stream().filter(part -> code(part).isPresent()).findFirst();
            equality.ifPresent(rest::remove);
            Selection selection = equality.flatMap(this::code).orElseGet(this::all);
            for (Expression part : rest) {
                selection = selection.where((Vector.Truths) value(part));
            }
            return selection;
        }

        /** The rows for which a condition that compares a text column with a constant is true. */
        private Optional<Selection> code(Expression condition) {
            if (condition
                            instanceof
                            Expression.Comparison(
                                    ComparisonOperator operator,
                                    Reference(Field field),
                                    Expression.Literal(ValueType type, Value.Text(String text)))
                    && operator == ComparisonOperator.EQUAL
                    && column(field) instanceof Vector.Codes codes) {
                CodePartition partition = partitions.computeIfAbsent(field, f -> new CodePartition(all(), codes));
                return Optional.of(partition.of(codes.dictionary().find(text)));
            }
            return Optional.empty();
        }

        private Selection windowed(Choice choice) {
            long from = choice.window.from(asOf.day()).map(asOf::startOf).orElse(Long.MIN_VALUE);
            long until = asOf.startOf(choice.window.until(asOf.day()));
            return selection(new Choice(choice.where, Window.all())).between(instants, from, until);
        }

        private Vector value(Expression expression) {
            Vector done = values.get(expression);
            if (done == null) {
                done = expression instanceof Reference(Field field)
                        ? column(field)
                        : RowBatch.run(program(expression), known, rows.size());
                values.put(expression, done);
            }
            return done;
        }

        private Vector column(Field field) {
            Vector column = known.get(field.name());
            if (column == null) {
                throw new IllegalStateException("column %s was not read".formatted(field.name()));
            }
            return column;
        }

        private VectorProgram program(Expression expression) {
            VectorProgram program = programs.get(expression);
            if (program == null) {
                throw new IllegalStateException("an expression was not prepared");
            }
            return program;
        }

        private Vector rowsOnly(AggregateFunction function, Selection selection) {
            return function == AggregateFunction.EXISTS
                    ? new Vector.Truths(Numbers.exists(selection, customers))
                    : new Vector.Wholes(Numbers.count(selection, customers));
        }

        private Vector of(Aggregate aggregate, Selection selection, Vector argument, Dictionary labels) {
            return switch (aggregate.function()) {
                case COUNT, EXISTS -> throw new IllegalStateException("rows are counted without an argument");
                case SUM -> new Vector.Wholes(Numbers.sum(selection, customers, wholes(argument)));
                case AVG -> average(aggregate, selection, wholes(argument));
                case MIN ->
                    argument instanceof Vector.Reals(double[] reals)
                            ? new Vector.Reals(Numbers.smallest(selection, customers, reals))
                            : new Vector.Wholes(Numbers.smallest(selection, customers, wholes(argument)));
                case MAX ->
                    argument instanceof Vector.Reals(double[] reals)
                            ? new Vector.Reals(Numbers.greatest(selection, customers, reals))
                            : new Vector.Wholes(Numbers.greatest(selection, customers, wholes(argument)));
                case FIRST -> Order.first(selection, customers, argument);
                case LAST -> Order.last(selection, customers, argument);
                case MODE -> {
                    Vector.Codes codes = (Vector.Codes) argument;
                    yield new Vector.Codes(Labels.mode(selection, customers, codes), codes.dictionary());
                }
                case DISTINCT ->
                    new Vector.Wholes(
                            argument instanceof Vector.Codes codes
                                    ? Labels.different(selection, customers, codes)
                                    : Labels.different(selection, customers, wholes(argument)));
                case LABELS ->
                    new Vector.Sets(Labels.sets(selection, customers, (Vector.Codes) argument, labels), labels);
            };
        }

        private Vector average(Aggregate aggregate, Selection selection, long[] values) {
            double[] averages = Numbers.average(selection, customers, values);
            return aggregate.type() == ValueType.NUMBER
                    ? new Vector.Reals(averages)
                    : new Vector.Wholes(Numbers.rounded(averages));
        }

        private static long[] wholes(Vector vector) {
            return ((Vector.Wholes) vector).values();
        }
    }

    /** The tables that aggregates read, each with what is asked of it. */
    public static List<Fold> of(Collection<Aggregate> aggregates, AsOf asOf) {
        Map<FactTable, List<Aggregate>> byTable = new LinkedHashMap<>();
        aggregates.forEach(
                a -> byTable.computeIfAbsent(a.table(), t -> new ArrayList<>()).add(a));
        return byTable.entrySet().stream()
                .map(entry -> new Fold(entry.getKey(), entry.getValue(), asOf))
                .toList();
    }
}
