package org.yinhang.lake.ingest;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.lake.ingest.PersonalDataSink.PersonalRecord;
import org.yinhang.lake.sql.Sql;

/** Hands the personal data of one plan over to where they are kept, oldest first. */
final class PersonalRows {

    private static final int AT_ONCE = 1_000;

    private final Engine engine;
    private final TablePlan plan;
    private final Instant now;
    private final List<String> columns;

    PersonalRows(Engine engine, TablePlan plan, Instant now) {
        this.engine = engine;
        this.plan = plan;
        this.now = now;
        this.columns = plan.fields().stream()
                .filter(field -> !field.schema().isStored())
                .map(Field::name)
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
                                columns.stream().map(c -> "s." + Sql.quoted(c)).collect(Collectors.joining(", ")),
                                plan.stagedRows(),
                                Numbers.TABLE),
                row -> {
                    Map<String, String> values = new HashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        String value = row.getString(i + 3);
                        if (value != null) {
                            values.put(columns.get(i), value);
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
