package org.yinhang.lake.ingest;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yinhang.lake.ingest.PersonalDataSink.PersonalRecord;
import org.yinhang.lake.sql.Sql;

/**
 * Hands the personal data of one plan over to where they are kept, oldest first; of the table of customers, the bank's own
 * identifier with them.
 */
final class PersonalRows {

    private static final int AT_ONCE = 1_000;

    private final Engine engine;
    private final TablePlan plan;
    private final Instant now;
    private final List<Column> columns;

    /** A value of a staged row, and what it is called where it is kept. */
    private record Column(String staged, String kept) {}

    PersonalRows(Engine engine, TablePlan plan, Instant now) {
        this.engine = engine;
        this.plan = plan;
        this.now = now;
        Stream<Column> identifier = plan.table().equals("customers")
                ? Stream.of(new Column(Field.KEY, PersonalRecord.IDENTIFIER))
                : Stream.of();
        this.columns = Stream.concat(
                        identifier,
                        plan.fields().stream()
                                .filter(field -> !field.schema().isStored()
                                        && !field.name().equals(Field.KEY))
                                .map(field -> new Column(field.name(), field.name())))
                .toList();
    }

    void send(PersonalDataSink sink) {
        if (columns.isEmpty()) {
            return;
        }
        boolean dated = plan.mapping().column("occurred_at").isPresent();
        List<PersonalRecord> batch = new ArrayList<>();
        engine.each(
                "SELECT n.customer, %s, %s FROM %s s JOIN %s n ON n._key = s._key ORDER BY 2, n.customer, s._row"
                        .formatted(
                                dated ? "s.occurred_at" : "CAST(NULL AS TIMESTAMP)",
                                columns.stream()
                                        .map(c -> "s." + Sql.quoted(c.staged()))
                                        .collect(Collectors.joining(", ")),
                                plan.stagedRows(),
                                Numbers.TABLE),
                row -> {
                    Map<String, String> values = new HashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        String value = row.getString(i + 3);
                        if (value != null) {
                            values.put(columns.get(i).kept(), value);
                        }
                    }
                    LocalDateTime at = row.getObject(2, LocalDateTime.class);
                    batch.add(
                            new PersonalRecord(row.getInt(1), at == null ? now : at.toInstant(ZoneOffset.UTC), values));
                    if (batch.size() == AT_ONCE) {
                        sink.accept(List.copyOf(batch));
                        batch.clear();
                    }
                    return row;
                });
        if (!batch.isEmpty()) {
            sink.accept(List.copyOf(batch));
        }
    }
}
