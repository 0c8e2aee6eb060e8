package org.yinhang.insight.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.insight.SavedFunnel;
import org.yinhang.insight.SavedFunnels;
import org.yinhang.shared.Viewer;

/** The funnels members of staff keep. */
@Repository
public class SavedFunnelRepository {

    private final JdbcClient jdbc;

    SavedFunnelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A user's own, then those shared by people within a scope, by name. */
    public List<SavedFunnel> visibleTo(String user, DataScope scope) {
        return jdbc.sql("""
                SELECT id, name, declaration, owner, is_shared, changed_at FROM saved_funnel
                WHERE owner = :user OR (is_shared AND %s) ORDER BY owner <> :user, name, id
                """.formatted(scope.condition("branch_path", "NULL")))
                .param("user", user)
                .params(scope.parameters())
                .query(SavedFunnelRepository::funnel)
                .list();
    }

    /** Keeps one and gives its number. */
    public long add(SavedFunnels.Draft draft, Viewer owner, Instant at) {
        return jdbc.sql("""
                INSERT INTO saved_funnel (name, declaration, owner, branch_path, is_shared, changed_at)
                VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                """)
                .params(
                        draft.name().strip(),
                        draft.declaration(),
                        owner.userName(),
                        owner.branchPath(),
                        draft.isShared(),
                        at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Puts another name, text and audience in their place. */
    public void change(long id, SavedFunnels.Draft draft, Viewer owner, Instant at) {
        jdbc.sql("""
                UPDATE saved_funnel SET name = ?, declaration = ?, branch_path = ?, is_shared = ?, changed_at = ? WHERE id = ?
                """)
                .params(
                        draft.name().strip(),
                        draft.declaration(),
                        owner.branchPath(),
                        draft.isShared(),
                        at.atOffset(ZoneOffset.UTC),
                        id)
                .update();
    }

    /** Forgets one. */
    public void delete(long id) {
        jdbc.sql("DELETE FROM saved_funnel WHERE id = ?").param(id).update();
    }

    private static SavedFunnel funnel(ResultSet row, int number) throws SQLException {
        return new SavedFunnel(
                row.getLong("id"),
                row.getString("name"),
                row.getString("declaration"),
                row.getString("owner"),
                row.getBoolean("is_shared"),
                row.getTimestamp("changed_at").toInstant());
    }
}
