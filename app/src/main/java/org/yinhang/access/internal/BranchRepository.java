package org.yinhang.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.Branch;
import org.yinhang.access.BranchStaff;
import org.yinhang.access.DataScope;

/** The rows of the branch tree. */
@Repository
public class BranchRepository {

    private static final String COLUMNS = "SELECT b.id, b.code, b.name, b.name_en, b.path, b.depth FROM branch b ";

    private final JdbcClient jdbc;

    BranchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Branch> withCode(String code) {
        return jdbc.sql(COLUMNS + "WHERE b.code = ?")
                .param(code)
                .query(BranchRepository::branch)
                .optional();
    }

    public List<Branch> within(DataScope scope) {
        return jdbc.sql(COLUMNS + "WHERE " + scope.condition("b.path", "NULL") + " ORDER BY b.path, b.code")
                .params(scope.parameters())
                .query(BranchRepository::branch)
                .list();
    }

    public List<BranchStaff> withStaff(DataScope scope) {
        return jdbc.sql("SELECT b.id, b.code, b.name, b.name_en, b.path, b.depth,"
                        + " (SELECT count(*) FROM staff_user u WHERE u.branch_id = b.id) AS users FROM branch b WHERE "
                        + scope.condition("b.path", "NULL") + " ORDER BY b.path, b.code")
                .params(scope.parameters())
                .query((row, number) -> new BranchStaff(branch(row, number), row.getLong("users")))
                .list();
    }

    /** Adds the branch below the parent, or renames the one that has the code. */
    public Branch put(String code, String name, String nameInEnglish, @Nullable Branch parent) {
        Optional<Branch> known = withCode(code);
        if (known.isPresent()) {
            jdbc.sql("UPDATE branch SET name = ?, name_en = ? WHERE code = ?")
                    .params(name, nameInEnglish, code)
                    .update();
            return withCode(code).orElseThrow();
        }
        String above = parent == null ? "/" : parent.path();
        return jdbc.sql("""
                WITH next AS (SELECT nextval(pg_get_serial_sequence('branch', 'id')) AS id)
                INSERT INTO branch (id, code, name, name_en, parent_id, path, depth)
                SELECT id, :code, :name, :english, :parent, :above || id || '/', :depth FROM next
                RETURNING id, code, name, name_en, path, depth""")
                .param("code", code)
                .param("name", name)
                .param("english", nameInEnglish)
                .param("parent", parent == null ? null : parent.id(), Types.BIGINT)
                .param("above", above)
                .param("depth", parent == null ? 0 : parent.depth() + 1)
                .query(BranchRepository::branch)
                .single();
    }

    private static Branch branch(ResultSet row, int number) throws SQLException {
        return new Branch(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("path"),
                row.getInt("depth"));
    }
}
