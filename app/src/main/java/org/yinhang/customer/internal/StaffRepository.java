package org.yinhang.customer.internal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the bank's staff list. */
@Repository
public class StaffRepository {

    /** A member of staff and where they work. */
    public record Member(String code, String name, String branchCode) {}

    private final JdbcClient jdbc;

    StaffRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who keeps most customers in a branch and below it; the lowest code among equals. */
    public Optional<Member> busiestManagerBelow(String branchCode) {
        return jdbc.sql("""
                SELECT s.code, s.name, b.code AS branch_code
                FROM customer c
                JOIN staff_member s ON s.code = c.manager_code
                JOIN branch b ON b.id = s.branch_id
                WHERE b.path LIKE (SELECT path FROM branch WHERE code = :branch) || '%'
                GROUP BY s.code, s.name, b.code ORDER BY count(*) DESC, s.code LIMIT 1""")
                .param("branch", branchCode)
                .query((row, number) ->
                        new Member(row.getString("code"), row.getString("name"), row.getString("branch_code")))
                .optional();
    }
}
