package org.yinhang.audience.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.audience.CustomerList;
import org.yinhang.audience.ListOrigin;

/** Lists of customers somebody brought or drew. */
@Repository
public class CustomerListRepository {

    private static final String COLUMNS = "name, customers, way, predicate, as_of, stratum, seed, auc";

    private final JdbcClient jdbc;

    CustomerListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CustomerList> all() {
        return jdbc.sql("SELECT "
                        + COLUMNS
                        + ", rejected_lines, brought_by, brought_at FROM customer_list ORDER BY brought_at DESC, name")
                .query((row, number) -> new CustomerList(
                        row.getString("name"),
                        row.getInt("customers"),
                        List.of((Integer[]) row.getArray("rejected_lines").getArray()),
                        origin(row),
                        row.getString("brought_by"),
                        row.getTimestamp("brought_at").toInstant()))
                .list();
    }

    public Optional<byte[]> members(String name) {
        return jdbc.sql("SELECT members FROM customer_list WHERE name = ?")
                .param(name)
                .query((row, number) -> row.getBytes("members"))
                .optional();
    }

    /** Puts a list in place; one of that name is replaced. */
    public boolean put(CustomerList list, byte[] members) {
        ListOrigin origin = list.origin();
        return jdbc.sql("INSERT INTO customer_list (" + COLUMNS + """
                , rejected_lines, members, brought_by, brought_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET customers = EXCLUDED.customers,
                way = EXCLUDED.way, predicate = EXCLUDED.predicate, as_of = EXCLUDED.as_of, stratum = EXCLUDED.stratum,
                seed = EXCLUDED.seed, auc = EXCLUDED.auc, rejected_lines = EXCLUDED.rejected_lines,
                members = EXCLUDED.members, brought_by = EXCLUDED.brought_by, brought_at = EXCLUDED.brought_at
                WHERE customer_list.way = 'file' AND EXCLUDED.way = 'file'""")
                        .param(list.name())
                        .param(list.customers())
                        .param(origin.way().key())
                        .param(origin.predicate())
                        .param(origin.asOf().orElse(null))
                        .param(origin.stratum().orElse(null))
                        .param(origin.seed().orElse(null))
                        .param(origin.auc().orElse(null))
                        .param(list.rejectedLines().toArray(Integer[]::new))
                        .param(members)
                        .param(list.broughtBy())
                        .param(Timestamp.from(list.broughtAt()))
                        .update()
                > 0;
    }

    public void remove(String name) {
        jdbc.sql("DELETE FROM customer_list WHERE name = ?").param(name).update();
    }

    private static ListOrigin origin(ResultSet row) throws SQLException {
        return new ListOrigin(
                ListOrigin.Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                row.getString("predicate"),
                Optional.ofNullable(row.getObject("as_of", LocalDate.class)),
                Optional.ofNullable(row.getString("stratum")),
                Optional.ofNullable(row.getObject("seed", Long.class)),
                Optional.ofNullable(row.getObject("auc", Double.class)));
    }
}
