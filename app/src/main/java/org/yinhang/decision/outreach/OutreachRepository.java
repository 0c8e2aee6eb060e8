package org.yinhang.decision.outreach;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.customer.CustomerReach;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import tools.jackson.databind.json.JsonMapper;

/** Plans of a day's contacts and their lists. */
@Repository
class OutreachRepository {

    private static final int BATCH = 1_000;

    private static final Map<String, String> SORTABLE =
            Map.of("rank", "p.rank", "value", "p.value_fen", "lift", "p.lift", "rate", "p.rate_ppm");

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json = JsonMapper.builder().build();

    OutreachRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The number of the next plan. */
    long next() {
        return jdbc.sql("SELECT nextval(pg_get_serial_sequence('outreach', 'id'))")
                .query(Long.class)
                .single();
    }

    /** Keeps a plan and its list together. */
    @Transactional
    void keep(long id, OutreachSummary summary, List<PlannedTouch> list, Instant now) {
        jdbc.sql("""
                INSERT INTO outreach (id, day, created_at, summary) OVERRIDING SYSTEM VALUE VALUES (?, ?, ?, ?::jsonb)""")
                .params(id, Date.valueOf(summary.day()), Timestamp.from(now), json.writeValueAsString(summary))
                .update();
        batches.batchUpdate("""
                INSERT INTO outreach_contact (outreach, rank, customer, product, channel, slot, lift, approval, rate_ppm,
                    limit_fen, value_fen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", list, BATCH, (row, touch) -> {
            row.setLong(1, id);
            row.setInt(2, touch.rank());
            row.setInt(3, touch.customer());
            row.setString(4, touch.product());
            row.setString(5, touch.channel());
            row.setString(6, touch.slot());
            row.setDouble(7, touch.lift());
            row.setDouble(8, touch.approval());
            row.setInt(9, touch.ratePpm());
            row.setLong(10, touch.limitFen());
            row.setLong(11, touch.valueFen());
        });
    }

    Optional<OutreachSummary> find(long id) {
        return jdbc.sql("SELECT summary FROM outreach WHERE id = ?")
                .param(id)
                .query((row, _) -> json.readValue(row.getString(1), OutreachSummary.class))
                .optional();
    }

    Optional<Long> newest() {
        return jdbc.sql("SELECT max(id) FROM outreach").query(Long.class).optional();
    }

    /** One page of a plan's list, of the customers the viewer may see. */
    Slice<PlannedTouch> contacts(long outreach, ListQuery query, DataScope scope) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("outreach", outreach);
        StringBuilder from = new StringBuilder(
                "FROM outreach_contact p " + CustomerReach.of("p.customer") + "WHERE p.outreach = :outreach AND ");
        from.append(CustomerReach.within(scope));
        for (String filter : List.of("product", "channel", "slot")) {
            query.filter(filter).ifPresent(value -> {
                from.append(" AND p.").append(filter).append(" = :").append(filter);
                parameters.put(filter, value);
            });
        }
        long total = jdbc.sql("SELECT count(*) " + from)
                .params(parameters)
                .query(Long.class)
                .single();
        String column = SORTABLE.getOrDefault(query.sort(), "p.rank");
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<PlannedTouch> touches = jdbc.sql("SELECT p.* " + from + " ORDER BY " + column
                        + (query.isDescending() ? " DESC" : "") + ", p.rank LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(OutreachRepository::touch)
                .list();
        return new Slice<>(touches, total);
    }

    private static PlannedTouch touch(ResultSet row, int number) throws SQLException {
        return new PlannedTouch(
                row.getInt("rank"),
                row.getInt("customer"),
                row.getString("product"),
                row.getString("channel"),
                row.getString("slot"),
                row.getDouble("lift"),
                row.getDouble("approval"),
                row.getInt("rate_ppm"),
                row.getLong("limit_fen"),
                row.getLong("value_fen"));
    }
}
