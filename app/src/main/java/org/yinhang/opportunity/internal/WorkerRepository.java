package org.yinhang.opportunity.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.opportunity.WorkSettings;
import org.yinhang.opportunity.WorkTeam;
import org.yinhang.opportunity.Worker;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListAction;

/** What part of the work people do, and what they are good at. */
@Repository
public class WorkerRepository {

    private static final String SELECT = """
            SELECT s.code, s.name, s.role, b.name AS branch, b.name_en AS branch_en, coalesce(w.team, 'both') AS team, w.skills,
                   coalesce(w.version, 0) AS version, w.set_by, w.set_at, n.firsts, n.others
            """;
    private static final String FROM = """
            FROM staff_member s JOIN branch b ON b.id = s.branch_id LEFT JOIN opportunity_worker w ON w.staff = s.code
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE o.attempts = 0) AS firsts, count(*) FILTER (WHERE o.attempts > 0) AS others
                FROM opportunity o WHERE o.owner = s.code AND o.closed_at IS NULL) n
            WHERE b.path LIKE :path AND s.role = ANY(:roles)
            """;
    private static final Map<String, String> SORTABLE =
            Map.of("load", "n.firsts + n.others", "firsts", "n.firsts", "set", "w.set_at");

    private final JdbcClient jdbc;

    WorkerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page of those below a branch whose role takes opportunities. */
    public Slice<Worker> page(ListQuery query, String branchPath, WorkSettings settings) {
        Map<String, Object> parameters = parameters(branchPath, settings);
        String where = FROM + where(query, parameters);
        long total = jdbc.sql("SELECT count(*) " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        String column = SORTABLE.get(query.sort());
        String order = column == null ? "b.path" : column + (query.isDescending() ? " DESC NULLS LAST" : " NULLS LAST");
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        return new Slice<>(
                jdbc.sql(SELECT + where + " ORDER BY " + order + ", s.code LIMIT :size OFFSET :offset")
                        .params(parameters)
                        .query((row, _) -> worker(row, settings))
                        .list(),
                total);
    }

    private static String where(ListQuery query, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        query.filter("team").ifPresent(team -> {
            where.append(" AND coalesce(w.team, 'both') = :team");
            parameters.put("team", team);
        });
        query.filter("skill").ifPresent(skill -> {
            where.append(" AND :skill = ANY(w.skills)");
            parameters.put("skill", skill);
        });
        query.filter(ListAction.CHOSEN).ifPresent(chosen -> {
            where.append(" AND s.code = ANY(:chosen)");
            parameters.put("chosen", chosen.split("\\."));
        });
        if (!query.text().isBlank()) {
            where.append(" AND (s.code ILIKE :text OR s.name ILIKE :text OR b.name ILIKE :text)");
            parameters.put("text", "%" + query.text().strip().replaceAll("[%_\\\\]", "\\\\$0") + "%");
        }
        return where.toString();
    }

    /** Those of these codes below a branch, by code. */
    public List<Worker> of(Collection<String> staff, String branchPath, WorkSettings settings) {
        Map<String, Object> parameters = parameters(branchPath, settings);
        parameters.put("staff", staff.toArray(String[]::new));
        return jdbc.sql(SELECT + FROM + " AND s.code = ANY(:staff) ORDER BY s.code")
                .params(parameters)
                .query((row, _) -> worker(row, settings))
                .list();
    }

    private static Map<String, Object> parameters(String branchPath, WorkSettings settings) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("path", branchPath + "%");
        parameters.put("roles", settings.capacity().keySet().toArray(String[]::new));
        return parameters;
    }

    /** What part of the work somebody does. */
    public WorkTeam team(String staff) {
        return jdbc.sql("SELECT team FROM opportunity_worker WHERE staff = ?")
                .param(staff)
                .query(String.class)
                .optional()
                .flatMap(WorkTeam::of)
                .orElse(WorkTeam.BOTH);
    }

    /** Writes what somebody does from now on. */
    public void save(String staff, WorkTeam team, Set<String> skills, String by, Instant at) {
        jdbc.sql("""
                INSERT INTO opportunity_worker AS w (staff, team, skills, version, set_by, set_at)
                VALUES (:staff, :team, :skills, 1, :by, :at)
                ON CONFLICT (staff) DO UPDATE SET team = excluded.team, skills = excluded.skills, version = w.version + 1,
                    set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("staff", staff)
                .param("team", team.key())
                .param("skills", new TreeSet<>(skills).toArray(String[]::new))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Worker worker(ResultSet row, WorkSettings settings) throws SQLException {
        Timestamp at = row.getTimestamp("set_at");
        return new Worker(
                row.getString("code"),
                row.getString("name"),
                row.getString("branch"),
                row.getString("branch_en"),
                WorkTeam.of(row.getString("team")).orElseThrow(),
                skills(row),
                row.getInt("version"),
                at == null ? Optional.empty() : Optional.of(new Worker.Entry(row.getString("set_by"), at.toInstant())),
                row.getInt("firsts"),
                row.getInt("others"),
                settings.capacity().getOrDefault(row.getString("role"), 0));
    }

    /** The skills of a row of people; none where nobody said any. */
    static Set<String> skills(ResultSet row) throws SQLException {
        @Nullable Array array = row.getArray("skills");
        return array == null ? Set.of() : Set.of((String[]) array.getArray());
    }
}
