package org.yinhang.decision.live;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.customer.CustomerReach;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** The ledger of decisions about one customer at a time. */
@Repository
class DecisionRepository {

    private static final String COLUMNS = "e.id, e.recorded_at, e.asked_by, e.content, e.digest";

    private static final String FROM = "FROM decision_entry e " + CustomerReach.of("e.customer");

    private final JdbcClient jdbc;

    DecisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a row, waits until it is on disk and tells its number; empty when the request has one already. */
    Optional<Long> add(DecisionRecord decision, byte[] content, String digest, String askedBy, Instant recordedAt) {
        return jdbc.sql("""
                        INSERT INTO decision_entry
                          (request, customer, channel, day, recorded_at, asked_by, offered, refused, content, digest)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (request) DO NOTHING RETURNING id""")
                .params(
                        decision.input().request(),
                        decision.input().customer(),
                        decision.input().channel(),
                        Date.valueOf(decision.input().day()),
                        Timestamp.from(recordedAt),
                        askedBy,
                        decision.offered().stream().map(OfferEntry::product).toArray(String[]::new),
                        decision.offers().stream()
                                .filter(entry -> !entry.isOffered())
                                .map(OfferEntry::product)
                                .toArray(String[]::new),
                        content,
                        digest)
                .query(Long.class)
                .optional();
    }

    Optional<Decision> byRequest(String request) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM decision_entry e WHERE request = ?")
                .param(request)
                .query(DecisionRepository::decision)
                .optional();
    }

    /** A decision about a customer within reach. */
    Optional<Decision> find(long id, DataScope scope) {
        return jdbc.sql("SELECT " + COLUMNS + " " + FROM + " WHERE e.id = :id AND " + CustomerReach.within(scope))
                .param("id", id)
                .params(scope.parameters())
                .query(DecisionRepository::decision)
                .optional();
    }

    /** Decisions about customers within reach, a page of them. */
    Slice<Decision> page(ListQuery query, DataScope scope) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        StringBuilder where = new StringBuilder("WHERE " + CustomerReach.within(scope));
        if (query.text().matches("\\d{1,9}")) {
            where.append(" AND e.customer = :customer");
            parameters.put("customer", Integer.parseInt(query.text()));
        } else if (!query.text().isBlank()) {
            where.append(" AND e.request = :request");
            parameters.put("request", query.text());
        }
        query.filter("channel").ifPresent(channel -> {
            where.append(" AND e.channel = :channel");
            parameters.put("channel", channel);
        });
        query.filter("product").ifPresent(product -> {
            where.append(" AND :product = ANY(e.offered)");
            parameters.put("product", product);
        });
        long total = jdbc.sql("SELECT count(*) " + FROM + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<Decision> rows = jdbc.sql(
                        "SELECT " + COLUMNS + " " + FROM + where + " ORDER BY e.id DESC LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(DecisionRepository::decision)
                .list();
        return new Slice<>(rows, total);
    }

    /** The newest decision about a customer. */
    Optional<Decision> newest(int customer) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM decision_entry e WHERE customer = ? ORDER BY id DESC LIMIT 1")
                .param(customer)
                .query(DecisionRepository::decision)
                .optional();
    }

    /** The kept bytes of a decision, whoever asks: for the auditor's replay. */
    Optional<byte[]> content(long id) {
        return jdbc.sql("SELECT content FROM decision_entry WHERE id = ?")
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getLong("id"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("asked_by"),
                row.getString("digest"),
                DecisionBytes.read(row.getBytes("content")));
    }
}
