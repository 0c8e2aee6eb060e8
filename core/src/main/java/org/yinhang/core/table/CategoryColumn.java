package org.yinhang.core.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words out of a dictionary; a missing value has the code {@link #MISSING}. */
public final class CategoryColumn implements Column {

    /** The code of a row that has no value. */
    public static final int MISSING = -1;

    private static final List<Set<String>> OPPOSITES =
            List.of(Set.of("yes", "no"), Set.of("true", "false"), Set.of("y", "n"), Set.of("t", "f"), Set.of("是", "否"));

    private final String name;
    private final List<String> labels;
    private final Codes codes;

    /** Codes are shifted by one, so that 0 means missing. */
    CategoryColumn(String name, List<String> labels, Codes shiftedCodes) {
        this.name = name;
        this.labels = List.copyOf(labels);
        this.codes = shiftedCodes;
    }

    /** A column of these words; null or blank where missing. */
    public static CategoryColumn of(String name, List<? extends @Nullable String> words) {
        Map<String, Integer> positions = new HashMap<>();
        List<String> labels = new ArrayList<>();
        int[] codes = new int[words.size()];
        for (int i = 0; i < codes.length; i++) {
            String word = words.get(i);
            if (word == null || word.isBlank()) {
                continue;
            }
            codes[i] = positions.computeIfAbsent(word, key -> {
                labels.add(key);
                return labels.size();
            });
        }
        return new CategoryColumn(name, labels, Codes.pack(codes, codes.length, labels.size() + 1));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        if (labels.size() == 2) {
            String one = labels.get(0).toLowerCase(Locale.ROOT);
            String other = labels.get(1).toLowerCase(Locale.ROOT);
            if (!one.equals(other) && OPPOSITES.contains(Set.of(one, other))) {
                return ColumnType.BOOLEAN;
            }
        }
        return ColumnType.CATEGORY;
    }

    @Override
    public int size() {
        return codes.size();
    }

    /** The position of the row's word in {@link #labels()}, or {@link #MISSING}. */
    public int code(int row) {
        return codes.get(row) - 1;
    }

    /** The distinct words, in the order they were first met. */
    public List<String> labels() {
        return labels;
    }

    @Override
    public boolean isMissing(int row) {
        return code(row) == MISSING;
    }

    @Override
    public String text(int row) {
        int code = code(row);
        return code == MISSING ? "" : labels.get(code);
    }

    @Override
    public CategoryColumn select(int[] rows) {
        return new CategoryColumn(name, labels, codes.select(rows, labels.size() + 1));
    }
}
