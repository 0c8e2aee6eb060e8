package org.yinhang.core.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Table;

/**
 * What a look-alike model sees of customers: of every tag the class its value falls into, rare texts together; of a set
 * for each label whether it is there. A missing value is a class too.
 */
final class TagTraits {

    /** More classes of a tag than this are too rare to learn from one by one. */
    private static final int MOST = 20;

    private final List<Trait> traits = new ArrayList<>();

    /**
     * One trait.
     *
     * @param bins the classes of the column
     * @param label the label's number for sets, else -1
     * @param merged what each of the column's classes becomes
     * @param size number of classes after merging
     */
    record Trait(String name, Bins bins, int label, int[] merged, int size) {

        int of(int block, int row) {
            long value = bins.column().ordered(block, row);
            if (label < 0) {
                return merged[bins.of(value)];
            }
            return value == Vector.MISSING ? 2 : (int) (value >>> label) & 1;
        }
    }

    static TagTraits of(Index index, Set<String> excluded) {
        TagTraits all = new TagTraits();
        for (IndexColumn column : index.columns()) {
            if (!excluded.contains(column.name())) {
                Bins bins = Bins.of(column);
                if (column.type() == ValueType.SET) {
                    for (int label = 0; label < column.dictionary().size(); label++) {
                        String name = column.name() + ": " + column.dictionary().text(label);
                        all.traits.add(new Trait(name, bins, label, new int[0], 3));
                    }
                } else {
                    all.traits.add(merged(column, bins));
                }
            }
        }
        return all;
    }

    private static Trait merged(IndexColumn column, Bins bins) {
        int size = bins.size();
        if (size <= MOST) {
            return new Trait(column.name(), bins, -1, IntStream.range(0, size).toArray(), size);
        }
        // Only texts have so many classes: the frequent ones stay, the rest become one, missing ones stay last.
        int[] frequent = IntStream.range(0, size - 1)
                .boxed()
                .sorted(Comparator.comparingLong(
                                (Integer code) -> -column.counts().getOrDefault((long) code, 0L))
                        .thenComparing(code -> code))
                .limit(MOST - 2)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] merged = new int[size];
        Arrays.fill(merged, MOST - 2);
        for (int i = 0; i < frequent.length; i++) {
            merged[frequent[i]] = i;
        }
        merged[size - 1] = MOST - 1;
        return new Trait(column.name(), bins, -1, merged, MOST);
    }

    List<Trait> traits() {
        return traits;
    }

    /** The traits of some customers, one row each. */
    Table table(int[] customers) {
        List<CategoryColumn> columns = new ArrayList<>();
        for (Trait trait : traits) {
            columns.add(CategoryColumn.of(
                    trait.name(),
                    Arrays.stream(customers)
                            .mapToObj(customer -> word(trait.of(Block.of(customer), Block.row(customer))))
                            .toList()));
        }
        return Table.of("customers", columns);
    }

    /** A row for every class of every trait, in their order; the other traits of a row are of their first class. */
    Table everyClass() {
        List<CategoryColumn> columns = new ArrayList<>();
        for (int column = 0; column < traits.size(); column++) {
            List<String> words = new ArrayList<>();
            for (int varied = 0; varied < traits.size(); varied++) {
                for (int i = 0; i < traits.get(varied).size(); i++) {
                    words.add(word(varied == column ? i : 0));
                }
            }
            columns.add(CategoryColumn.of(traits.get(column).name(), words));
        }
        return Table.of("classes", columns);
    }

    private static String word(int of) {
        return "class " + of;
    }
}
