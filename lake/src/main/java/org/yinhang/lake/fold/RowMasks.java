package org.yinhang.lake.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.predicate.vector.VectorProgram;

/**
 * Which of several conditions each row of a table meets, as bits of a word. Conditions made of parts that each read one column
 * of codes are worked out once for each code and then looked up. One thread at a time.
 */
public final class RowMasks {

    private final Map<String, List<Test>> byCode = new LinkedHashMap<>();
    private final List<Test> byRow = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final Map<String, long[]> tables = new HashMap<>();
    private long always;

    private record Test(long bit, VectorProgram program) {}

    /** @param conditions each condition with the number of its bit; they name columns of the table only */
    public RowMasks(Map<Integer, Expression> conditions, AsOf asOf) {
        conditions.forEach((bit, condition) -> {
            fields(condition).forEach(field -> columns.add(field.name()));
            List<Expression> parts = conjuncts(condition);
            if (parts.stream().allMatch(part -> isOfOneCode(fields(part)))) {
                always |= 1L << bit;
                parts.forEach(
                        part -> byCode.computeIfAbsent(fields(part).getFirst().name(), name -> new ArrayList<>())
                                .add(new Test(1L << bit, VectorProgram.compile(part, asOf))));
            } else {
                byRow.add(new Test(1L << bit, VectorProgram.compile(condition, asOf)));
            }
        });
    }

    /** The conditions that must all be true for the whole to be true. */
    private static List<Expression> conjuncts(Expression condition) {
        return condition instanceof Expression.And(List<Expression> parts)
                ? parts.stream().flatMap(part -> conjuncts(part).stream()).toList()
                : List.of(condition);
    }

    private static List<Field> fields(Expression expression) {
        return Leaves.of(expression).stream().map(RowMasks::field).toList();
    }

    private static boolean isOfOneCode(List<Field> fields) {
        return fields.size() == 1 && fields.getFirst().type() == ValueType.TEXT;
    }

    private static Field field(Leaf leaf) {
        if (leaf instanceof Reference(Field field)) {
            return field;
        }
        throw new IllegalArgumentException("a condition on rows reads columns only");
    }

    /** A bit that every row has. */
    public RowMasks andAlways(int bit) {
        always |= 1L << bit;
        return this;
    }

    /** The columns it reads. */
    public Set<String> columns() {
        return Set.copyOf(columns);
    }

    /** Writes the bits of every row into an array that is long enough. */
    public void fill(FactRows rows, long[] masks) {
        Arrays.fill(masks, 0, rows.size(), always);
        byCode.forEach((column, tests) -> {
            Vector.Codes values = (Vector.Codes) rows.column(column);
            long[] table = table(column, tests, values.dictionary());
            int[] codes = values.codes();
            for (int row = 0; row < rows.size(); row++) {
                masks[row] &= table[codes[row] + 1];
            }
        });
        for (Test test : byRow) {
            byte[] truths = ((Vector.Truths) RowBatch.run(test.program, rows.columns(), rows.size())).values();
            for (int row = 0; row < rows.size(); row++) {
                masks[row] |= truths[row] == Vector.TRUE ? test.bit : 0;
            }
        }
    }

    /** Of every code, the missing one first, all bits but those whose parts it fails; worked out again when the dictionary has grown. */
    private long[] table(String column, List<Test> tests, Dictionary dictionary) {
        int size = dictionary.size() + 1;
        long[] known = tables.get(column);
        if (known != null && known.length >= size) {
            return known;
        }
        int[] codes = new int[size];
        Arrays.setAll(codes, place -> place - 1);
        long[] table = new long[size];
        Arrays.fill(table, -1);
        for (Test test : tests) {
            Vector truths = RowBatch.run(test.program, Map.of(column, new Vector.Codes(codes, dictionary)), size);
            for (int code = 0; code < size; code++) {
                table[code] &= ((Vector.Truths) truths).values()[code] == Vector.TRUE ? -1 : ~test.bit;
            }
        }
        tables.put(column, table);
        return table;
    }
}
