package org.yinhang.opportunity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.opportunity.Identified;
import org.yinhang.opportunity.OpportunityList;
import org.yinhang.opportunity.OpportunityLists;

/** Lists made out of audiences. */
@Repository
public class ListRepository {

    private final JdbcClient jdbc;

    ListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a list down; its number. */
    public long add(OpportunityLists.Draft draft, String name, String by, Instant now) {
        return jdbc.sql("""
                INSERT INTO opportunity_list (name, audience, products, note, expires_on, clock_hours, made_by, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(
                        name,
                        draft.audience(),
                        draft.products().toArray(String[]::new),
                        draft.note().strip(),
                        draft.expiresOn(),
                        draft.clockHours(),
                        by,
                        now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** What came of it. */
    void filled(long id, Identified outcome, Instant now) {
        jdbc.sql("UPDATE opportunity_list SET filled_at = ?, chosen = ?, found = greatest(found, ?) WHERE id = ?")
                .params(now.atOffset(ZoneOffset.UTC), outcome.chosen(), outcome.opened() + outcome.joined(), id)
                .update();
    }

    public Optional<OpportunityList> find(long id) {
        return jdbc.sql("SELECT * FROM opportunity_list WHERE id = ?")
                .param(id)
                .query(ListRepository::list)
                .optional();
    }

    /** The lists somebody made and those of people of a branch and below, the newest first. */
    public List<OpportunityList> visibleTo(String user, String branchPath) {
        return jdbc.sql("""
                SELECT l.* FROM opportunity_list l
                LEFT JOIN staff_user u ON u.user_name = l.made_by LEFT JOIN branch b ON b.id = u.branch_id
                WHERE l.made_by = ? OR b.path LIKE ? ORDER BY l.id DESC""")
                .params(user, branchPath + "%")
                .query(ListRepository::list)
                .list();
    }

    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("SELECT id, name FROM opportunity_list")
                .query((row, _) -> names.put(row.getString("id"), row.getString("name")))
                .list();
        return names;
    }

    private static OpportunityList list(ResultSet row, int number) throws SQLException {
        return new OpportunityList(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("audience"),
                List.of((String[]) row.getArray("products").getArray()),
                row.getString("note"),
                row.getObject("expires_on", LocalDate.class),
                row.getInt("clock_hours"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("filled_at")).map(Timestamp::toInstant),
                row.getInt("chosen"),
                row.getInt("found"));
    }
}
