package org.yinhang.lake.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Field;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableKind;
import org.yinhang.lake.schema.TableSchema;

/**
 * What the language can say about the lake: {@code customer.…}, {@code employer.…} and {@code household.…} are the newest
 * state of the customer and of what it points at; every other table about customers is a table of facts.
 */
public final class LakeFields {

    /** The table that says who is a customer. */
    static final String CUSTOMERS = "customers";

    private static final String OUTCOME_AT = "outcome_at";
    private static final List<String> ORDER = List.of("customer", "occurred_at", "recorded_at", "id");

    private LakeFields() {}

    /** Where a field is read: a table, and the customers' column that points into it. */
    enum Owner {
        CUSTOMER("customer", CUSTOMERS, ""),
        EMPLOYER("employer", "employers", "employer"),
        HOUSEHOLD("household", "households", "household");

        private final String prefix;
        private final String table;
        private final String key;

        Owner(String prefix, String table, String key) {
            this.prefix = prefix;
            this.table = table;
            this.key = key;
        }

        String table() {
            return table;
        }

        /** The column of {@code customers} and of the table that joins them. */
        String key() {
            return key;
        }
    }

    /** A field split into its owner and the name of its column. */
    record Place(Owner owner, String column) {}

    /** The fields of a customer that are no tags, by {@code owner.column}. */
    public static List<Field> fields(Snapshot snapshot) {
        List<Field> fields = new ArrayList<>();
        for (Owner owner : Owner.values()) {
            TableSchema schema = snapshot.table(owner.table).schema();
            schema.stored().stream()
                    .filter(column -> !ORDER.contains(column.name()))
                    .map(column -> field(owner.prefix + "." + column.name(), column))
                    .forEach(fields::add);
        }
        return fields;
    }

    /** The tables of facts that aggregates read. */
    public static List<FactTable> tables(Snapshot snapshot) {
        return snapshot.tables().values().stream()
                .map(SnapshotTable::schema)
                .filter(schema -> schema.kind().isBucketed() && !schema.name().equals(CUSTOMERS))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .map(LakeFields::table)
                .toList();
    }

    private static FactTable table(TableSchema schema) {
        return new FactTable(
                schema.name(),
                schema.zh(),
                schema.en(),
                schema.kind() == TableKind.STATE,
                schema.stored().stream()
                        .map(column -> field(column.name(), column))
                        .toList(),
                schema.column(OUTCOME_AT).map(ColumnSchema::name));
    }

    private static Field field(String name, ColumnSchema column) {
        Field field = Field.of(name, FactTypes.of(column.type()), column.zh(), column.en())
                .withValues(column.values());
        return column.knownAfter() ? field.asKnownLater() : field;
    }

    /** Where a field of this catalogue is read; empty when it is none of the lake's. */
    static Optional<Place> place(String field) {
        for (Owner owner : Owner.values()) {
            if (field.startsWith(owner.prefix + ".")) {
                return Optional.of(new Place(owner, field.substring(owner.prefix.length() + 1)));
            }
        }
        return Optional.empty();
    }

    /** The lake's column behind a field of this catalogue. */
    public static Optional<ColumnSchema> column(Snapshot snapshot, String field) {
        return place(field).flatMap(p -> snapshot.table(p.owner.table).schema().column(p.column));
    }

    /** The table in which a field of this catalogue lies. */
    public static Optional<String> table(String field) {
        return place(field).map(p -> p.owner.table);
    }
}
