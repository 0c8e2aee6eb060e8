package org.yinhang.customer.internal;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.customer.RefreshState;
import org.yinhang.customer.internal.CustomerSourceRepository.StaffRow;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a refresh computed. */
@Repository
class OperationalRepository {

    /** Columns whose type is not text in the record that PostgreSQL reads from JSON. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("number", "int"),
            Map.entry("birth_date", "date"),
            Map.entry("age", "int"),
            Map.entry("employer_class", "int"),
            Map.entry("monthly_income", "bigint"),
            Map.entry("joined_on", "date"),
            Map.entry("aum", "bigint"),
            Map.entry("granted", "bigint"),
            Map.entry("used", "bigint"),
            Map.entry("loan_balance", "bigint"),
            Map.entry("overdue_days", "int"),
            Map.entry("products", "text[]"),
            Map.entry("last_contact", "timestamptz"),
            Map.entry("marketing_consent", "text[]"),
            Map.entry("profiling_refused", "boolean"),
            Map.entry("complaint_open", "boolean"),
            Map.entry("deceased", "boolean"));

    private static final String UPSERT = upsert();

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    OperationalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds or replaces a batch of rows. A customer whose branch is unknown belongs to the root of the tree. */
    void put(List<CustomerRow> rows, long snapshot, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(UPSERT)
                .param("rows", json.writeValueAsString(rows))
                .param("snapshot", snapshot)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds or replaces staff. */
    void putStaff(List<StaffRow> staff) {
        jdbc.sql("""
                INSERT INTO staff_member (code, name, role, branch_id)
                SELECT r.code, r.name, r.role, coalesce(b.id, root.id)
                FROM jsonb_to_recordset(:rows::jsonb) AS r (code text, name text, role text, branch_code text)
                LEFT JOIN branch b ON b.code = r.branch_code
                CROSS JOIN (SELECT id FROM branch ORDER BY depth, id LIMIT 1) root
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, role = excluded.role, branch_id = excluded.branch_id""").param("rows", json.writeValueAsString(staff)).update();
    }

    /** The code of the root of the branch tree, if there is one yet. */
    Optional<String> rootCode() {
        return jdbc.sql("SELECT code FROM branch ORDER BY depth, id LIMIT 1")
                .query(String.class)
                .optional();
    }

    /** The last complete refresh, if there was one. */
    Optional<RefreshState> lastRefresh() {
        return jdbc.sql("SELECT snapshot, as_of, customers, finished_at FROM customer_refresh")
                .query((row, number) -> new RefreshState(
                        row.getLong("snapshot"),
                        row.getObject("as_of", LocalDate.class),
                        row.getLong("customers"),
                        row.getTimestamp("finished_at").toInstant()))
                .optional();
    }

    /** Notes a complete refresh. */
    void finish(RefreshState state) {
        jdbc.sql("""
                INSERT INTO customer_refresh (snapshot, as_of, customers, finished_at) VALUES (?, ?, ?, ?)
                ON CONFLICT ((true)) DO UPDATE SET snapshot = excluded.snapshot, as_of = excluded.as_of,
                    customers = excluded.customers, finished_at = excluded.finished_at""")
                .params(
                        state.snapshot(),
                        state.asOf(),
                        state.customers(),
                        state.finishedAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("ANALYZE customer, customer_personal").update();
    }

    private static String upsert() {
        List<String> columns = Arrays.stream(CustomerRow.class.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
        List<String> kept = columns.stream()
                .filter(column -> !column.equals("number") && !column.equals("branch_code"))
                .toList();
        return """
                INSERT INTO customer (number, branch_id, snapshot, refreshed_at, %1$s)
                SELECT r.number, coalesce(b.id, root.id), :snapshot, :now, %2$s
                FROM jsonb_to_recordset(:rows::jsonb) AS r (%3$s)
                LEFT JOIN branch b ON b.code = r.branch_code
                CROSS JOIN (SELECT id FROM branch ORDER BY depth, id LIMIT 1) root
                ON CONFLICT (number) DO UPDATE SET branch_id = excluded.branch_id, snapshot = excluded.snapshot,
                    refreshed_at = excluded.refreshed_at, %4$s""".formatted(
                String.join(", ", kept),
                kept.stream().map(column -> "r." + column).collect(Collectors.joining(", ")),
                columns.stream()
                        .map(column -> column + " " + TYPES.getOrDefault(column, "text"))
                        .collect(Collectors.joining(", ")),
                kept.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", ")));
    }
}
