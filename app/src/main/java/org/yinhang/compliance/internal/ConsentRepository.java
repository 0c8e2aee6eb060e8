package org.yinhang.compliance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.ConsentEntry;
import org.yinhang.compliance.Statement;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.customer.CustomerReach;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** The rows of the consent ledger. */
@Repository
public class ConsentRepository {

    private static final String FROM = "FROM consent_entry e " + CustomerReach.of("e.customer");

    private final JdbcClient jdbc;

    ConsentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ConsentEntry add(Statement statement, Instant saidAt, Instant recordedAt, String user) {
        ConsentScope scope = statement.scope();
        return jdbc.sql("""
                INSERT INTO consent_entry (customer, purpose, data_class, recipient, channel, granted, version, evidence,
                                           said_at, recorded_at, recorded_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *""")
                .params(
                        statement.customer(),
                        scope.purpose(),
                        scope.dataClass(),
                        scope.recipient(),
                        scope.channel(),
                        statement.granted(),
                        statement.version(),
                        statement.evidence(),
                        saidAt.atOffset(ZoneOffset.UTC),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        user)
                .query(ConsentRepository::entry)
                .single();
    }

    public List<ConsentEntry> history(int customer) {
        return jdbc.sql("SELECT * FROM consent_entry WHERE customer = ? ORDER BY said_at DESC, id DESC")
                .param(customer)
                .query(ConsentRepository::entry)
                .list();
    }

    /** Everything these customers ever said, by customer; those who said nothing are left out. */
    public Map<Integer, List<ConsentEntry>> histories(Collection<Integer> customers) {
        return jdbc
                .sql("SELECT * FROM consent_entry WHERE customer = ANY(?) ORDER BY customer, said_at DESC, id DESC")
                .param(customers.toArray(Integer[]::new))
                .query(ConsentRepository::entry)
                .list()
                .stream()
                .collect(Collectors.groupingBy(ConsentEntry::customer));
    }

    public Slice<ConsentEntry> page(ListQuery query, DataScope scope) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        StringBuilder where = new StringBuilder("WHERE " + CustomerReach.within(scope));
        CustomerChoice.of(query).ifPresent(customers -> {
            where.append(" AND e.customer = ANY(:customers)");
            parameters.put("customers", customers);
        });
        if (query.text().matches("\\d{1,9}")) {
            where.append(" AND e.customer = :customer");
            parameters.put("customer", Integer.parseInt(query.text()));
        } else if (!query.text().isBlank()) {
            where.append(" AND e.evidence ILIKE :like");
            parameters.put("like", "%" + query.text() + "%");
        }
        for (String filter : List.of("purpose", "channel")) {
            query.filter(filter).ifPresent(value -> {
                where.append(" AND e.").append(filter).append(" = :").append(filter);
                parameters.put(filter, value);
            });
        }
        query.filter("answer").ifPresent(answer -> {
            where.append(" AND e.granted = :granted");
            parameters.put("granted", answer.equals("granted"));
        });
        long total = jdbc.sql("SELECT count(*) " + FROM + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<ConsentEntry> rows = jdbc.sql(
                        "SELECT e.* " + FROM + where + " ORDER BY e.said_at DESC, e.id DESC LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(ConsentRepository::entry)
                .list();
        return new Slice<>(rows, total);
    }

    private static ConsentEntry entry(ResultSet row, int number) throws SQLException {
        return new ConsentEntry(
                row.getLong("id"),
                row.getInt("customer"),
                new ConsentScope(
                        row.getString("purpose"),
                        row.getString("data_class"),
                        row.getString("recipient"),
                        row.getString("channel")),
                row.getBoolean("granted"),
                row.getString("version"),
                row.getString("evidence"),
                row.getTimestamp("said_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"));
    }
}
