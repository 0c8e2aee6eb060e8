package org.yinhang.compliance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.Hold;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.customer.CustomerReach;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** Holds set by hand or by other modules. */
@Repository
public class HoldRepository {

    private static final String ACTIVE = "(h.lifted_at IS NULL AND (h.expires_at IS NULL OR h.expires_at > :now))";

    private static final String FROM = "FROM contact_hold h " + CustomerReach.of("h.customer");

    private final JdbcClient jdbc;

    HoldRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Hold add(int customer, HoldKind kind, String reason, String user, Instant at, Optional<Instant> expiresAt) {
        return jdbc.sql("""
                INSERT INTO contact_hold (customer, kind, reason, set_by, set_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?) RETURNING *""")
                .param(customer)
                .param(kind.key())
                .param(reason)
                .param(user)
                .param(utc(at))
                .param(expiresAt.map(HoldRepository::utc).orElse(null))
                .query(HoldRepository::hold)
                .single();
    }

    /** Whether a complaint that is not decided yet put the hold there. */
    public boolean isOfOpenComplaint(long id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM complaint WHERE hold = ? AND finding IS NULL)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Ends a hold; nothing when it is ended already. */
    public Optional<Hold> lift(long id, String reason, String user, Instant at) {
        return jdbc.sql("""
                UPDATE contact_hold SET lifted_by = ?, lifted_at = ?, lift_reason = ?
                WHERE id = ? AND lifted_at IS NULL RETURNING *""")
                .params(user, utc(at), reason, id)
                .query(HoldRepository::hold)
                .optional();
    }

    public List<Hold> of(int customer) {
        return jdbc.sql("SELECT * FROM contact_hold WHERE customer = ? ORDER BY set_at DESC, id DESC")
                .param(customer)
                .query(HoldRepository::hold)
                .list();
    }

    public Slice<Hold> page(ListQuery query, DataScope scope, Instant now) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("now", utc(now));
        StringBuilder where = new StringBuilder("WHERE " + CustomerReach.within(scope));
        CustomerChoice.of(query).ifPresent(customers -> {
            where.append(" AND h.customer = ANY(:customers)");
            parameters.put("customers", customers);
        });
        if (query.text().matches("\\d{1,9}")) {
            where.append(" AND h.customer = :customer");
            parameters.put("customer", Integer.parseInt(query.text()));
        } else if (!query.text().isBlank()) {
            where.append(" AND h.reason ILIKE :like");
            parameters.put("like", "%" + query.text() + "%");
        }
        query.filter("kind").ifPresent(kind -> {
            where.append(" AND h.kind = :kind");
            parameters.put("kind", kind);
        });
        query.filter("state").ifPresent(state -> where.append(" AND ")
                .append(state.equals("active") ? "" : "NOT ")
                .append(ACTIVE));
        long total = jdbc.sql("SELECT count(*) " + FROM + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<Hold> rows = jdbc.sql("SELECT h.* " + FROM + where + " ORDER BY " + ACTIVE
                        + " DESC, h.set_at DESC, h.id DESC LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(HoldRepository::hold)
                .list();
        return new Slice<>(rows, total);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        String why = row.getString("lift_reason");
        return new Hold(
                row.getLong("id"),
                row.getInt("customer"),
                HoldKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getString("set_by"),
                row.getTimestamp("set_at").toInstant(),
                instant(row.getTimestamp("expires_at")),
                Optional.ofNullable(row.getString("lifted_by")),
                instant(row.getTimestamp("lifted_at")),
                why == null ? "" : why);
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
