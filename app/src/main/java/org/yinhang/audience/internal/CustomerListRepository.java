package org.yinhang.audience.internal;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.audience.CustomerList;

/** Lists of customers somebody brought. */
@Repository
public class CustomerListRepository {

    private final JdbcClient jdbc;

    CustomerListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CustomerList> all() {
        return jdbc.sql(
                        "SELECT name, customers, rejected_lines, brought_by, brought_at FROM customer_list ORDER BY brought_at DESC")
                .query((row, number) -> new CustomerList(
                        row.getString("name"),
                        row.getInt("customers"),
                        List.of((Integer[]) row.getArray("rejected_lines").getArray()),
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
    public void put(CustomerList list, byte[] members) {
        jdbc.sql("""
                INSERT INTO customer_list (name, customers, rejected_lines, members, brought_by, brought_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET customers = EXCLUDED.customers,
                rejected_lines = EXCLUDED.rejected_lines, members = EXCLUDED.members, brought_by = EXCLUDED.brought_by,
                brought_at = EXCLUDED.brought_at""")
                .params(
                        list.name(),
                        list.customers(),
                        list.rejectedLines().toArray(Integer[]::new),
                        members,
                        list.broughtBy(),
                        Timestamp.from(list.broughtAt()))
                .update();
    }

    public void remove(String name) {
        jdbc.sql("DELETE FROM customer_list WHERE name = ?").param(name).update();
    }
}
