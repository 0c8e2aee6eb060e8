package org.yinhang.core.predicate;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All names a predicate may use: fields of a customer, fact tables, lists and saved audiences. Immutable.
 * Every name is found by its identifier or by its Chinese name; where two fields share a Chinese name the first wins.
 */
public final class Catalogue {

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, FactTable> tables = new LinkedHashMap<>();
    private final Map<String, Field> chineseFields = new HashMap<>();
    private final Map<String, FactTable> chineseTables = new HashMap<>();
    private final Set<String> lists;
    private final Set<String> audiences;

    public Catalogue(Collection<Field> fields, Collection<FactTable> tables, Set<String> lists, Set<String> audiences) {
        for (Field field : fields) {
            this.fields.put(field.name(), field);
            chineseFields.putIfAbsent(field.zh(), field);
        }
        for (FactTable table : tables) {
            this.tables.put(table.name(), table);
            chineseTables.putIfAbsent(table.zh(), table);
        }
        this.lists = Set.copyOf(lists);
        this.audiences = Set.copyOf(audiences);
    }

    /** A catalogue of fields alone. */
    public static Catalogue ofFields(Collection<Field> fields) {
        return new Catalogue(fields, List.of(), Set.of(), Set.of());
    }

    /** The columns of one fact table, as what is inside an aggregate sees them. */
    static Catalogue ofColumns(FactTable table) {
        return ofFields(table.columns());
    }

    public Optional<Field> field(String name) {
        return found(fields, chineseFields, name);
    }

    public Optional<FactTable> table(String name) {
        return found(tables, chineseTables, name);
    }

    private static <T> Optional<T> found(Map<String, T> byName, Map<String, T> byChineseName, String name) {
        return Optional.ofNullable(byName.get(name))
                .or(() -> Optional.ofNullable(byChineseName.get(name)))
                .or(() -> Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT))));
    }

    public boolean hasMembers(Membership kind, String name) {
        return members(kind).contains(name);
    }

    Set<String> members(Membership kind) {
        return switch (kind) {
            case LIST -> lists;
            case AUDIENCE -> audiences;
        };
    }

    /** Every field, in the order given. */
    public Collection<Field> fields() {
        return List.copyOf(fields.values());
    }

    /** Every fact table, in the order given. */
    public Collection<FactTable> tables() {
        return List.copyOf(tables.values());
    }
}
