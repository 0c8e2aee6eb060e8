package org.yinhang.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.Branch;
import org.yinhang.access.DataScope;
import org.yinhang.access.NewUser;
import org.yinhang.access.StaffUser;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;

/** The rows of users and their roles. */
@Repository
public class StaffUserRepository {

    private static final String USER = """
            u.id, u.user_name, u.display_name, u.staff_code, u.is_enabled, u.locked_until, u.last_sign_in,
                   b.id AS branch_id, b.code, b.name, b.name_en, b.path, b.depth,
                   (SELECT string_agg(r.role, ',' ORDER BY r.role) FROM staff_role r WHERE r.user_id = u.id) AS roles
            FROM staff_user u JOIN branch b ON b.id = u.branch_id
            """;
    private static final String SELECT = "SELECT " + USER;
    private static final Map<String, String> SORTABLE = Map.of(
            "user", "u.user_name",
            "name", "u.display_name",
            "branch", "b.path",
            "seen", "u.last_sign_in");

    private final JdbcClient jdbc;

    StaffUserRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long count() {
        return jdbc.sql("SELECT count(*) FROM staff_user").query(Long.class).single();
    }

    public Slice<StaffUser> page(ListQuery query, DataScope scope) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        StringBuilder where = new StringBuilder("WHERE ").append(scope.condition("b.path", "u.id"));
        if (!query.text().isEmpty()) {
            where.append(" AND (u.user_name ILIKE :text OR u.display_name ILIKE :text)");
            parameters.put("text", "%" + query.text() + "%");
        }
        query.filter("role").ifPresent(role -> {
            where.append(" AND EXISTS (SELECT 1 FROM staff_role r WHERE r.user_id = u.id AND r.role = :role)");
            parameters.put("role", role);
        });
        query.filter("state").ifPresent(state -> {
            where.append(" AND u.is_enabled = :enabled");
            parameters.put("enabled", state.equals("enabled"));
        });
        long total = jdbc.sql("SELECT count(*) FROM staff_user u JOIN branch b ON b.id = u.branch_id " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        String order = SORTABLE.getOrDefault(query.sort(), "u.user_name") + (query.isDescending() ? " DESC" : "");
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<StaffUser> users = jdbc.sql(
                        SELECT + where + " ORDER BY " + order + " NULLS LAST, u.id LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(StaffUserRepository::user)
                .list();
        return new Slice<>(users, total);
    }

    public Optional<StaffUser> find(long id, DataScope scope) {
        return jdbc.sql(SELECT + "WHERE u.id = :id AND " + scope.condition("b.path", "u.id"))
                .param("id", id)
                .params(scope.parameters())
                .query(StaffUserRepository::user)
                .optional();
    }

    public Optional<StaffUser> named(String userName) {
        return jdbc.sql(SELECT + "WHERE u.user_name = ?")
                .param(userName)
                .query(StaffUserRepository::user)
                .optional();
    }

    /**
     * What a sign-in is held against.
     *
     * @param mustChangePassword whether the password is one somebody else has chosen
     */
    record Credentials(StaffUser user, String passwordHash, boolean mustChangePassword) {}

    Optional<Credentials> credentials(String userName) {
        return jdbc.sql("SELECT u.password_hash, u.must_change_password, " + USER + "WHERE u.user_name = ?")
                .param(userName)
                .query((row, number) -> new Credentials(
                        user(row, number), row.getString("password_hash"), row.getBoolean("must_change_password")))
                .optional();
    }

    public long add(NewUser user, Branch branch, String passwordHash, Instant now) {
        long id = jdbc.sql("""
                INSERT INTO staff_user (user_name, display_name, branch_id, staff_code, password_hash,
                                        must_change_password, created_at)
                VALUES (:userName, :displayName, :branch, :staffCode, :hash, :mustChange, :now)
                RETURNING id""")
                .param("userName", user.userName())
                .param("displayName", user.displayName().strip())
                .param("branch", branch.id())
                .param("staffCode", user.staffCode(), Types.VARCHAR)
                .param("hash", passwordHash)
                .param("mustChange", user.mustChangePassword())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        giveRoles(id, user.roles());
        return id;
    }

    public void giveRoles(long id, Set<Role> roles) {
        jdbc.sql("DELETE FROM staff_role WHERE user_id = ?").param(id).update();
        for (Role role : roles) {
            jdbc.sql("INSERT INTO staff_role (user_id, role) VALUES (?, ?)")
                    .params(id, role.name())
                    .update();
        }
    }

    public void employ(long id, Branch branch, String staffCode, String displayName) {
        jdbc.sql("UPDATE staff_user SET branch_id = ?, staff_code = ?, display_name = ? WHERE id = ?")
                .params(branch.id(), staffCode, displayName, id)
                .update();
    }

    public void enable(long id, boolean enabled) {
        jdbc.sql("UPDATE staff_user SET is_enabled = ?, failed_attempts = 0, locked_until = NULL WHERE id = ?")
                .params(enabled, id)
                .update();
    }

    public String passwordHash(long id) {
        return jdbc.sql("SELECT password_hash FROM staff_user WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    public boolean mustChangePassword(long id) {
        return jdbc.sql("SELECT must_change_password FROM staff_user WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    public void setPassword(long id, String hash, boolean mustChange) {
        jdbc.sql("""
                UPDATE staff_user SET password_hash = ?, must_change_password = ?, failed_attempts = 0,
                       locked_until = NULL WHERE id = ?""").params(hash, mustChange, id).update();
    }

    public void recordSignIn(long id, Instant now) {
        jdbc.sql("UPDATE staff_user SET failed_attempts = 0, locked_until = NULL, last_sign_in = ? WHERE id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** Counts a wrong password; the one that reaches the limit locks the account and starts the count anew. */
    public void recordFailure(String userName, int limit, Instant lockedUntil) {
        jdbc.sql("""
                UPDATE staff_user
                SET failed_attempts = CASE WHEN failed_attempts + 1 >= :limit THEN 0 ELSE failed_attempts + 1 END,
                    locked_until = CASE WHEN failed_attempts + 1 >= :limit THEN :until ELSE locked_until END
                WHERE user_name = :name""")
                .param("limit", limit)
                .param("until", lockedUntil.atOffset(ZoneOffset.UTC))
                .param("name", userName)
                .update();
    }

    private static StaffUser user(ResultSet row, int number) throws SQLException {
        Branch branch = new Branch(
                row.getLong("branch_id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("path"),
                row.getInt("depth"));
        Set<Role> roles = Arrays.stream(row.getString("roles").split(","))
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new StaffUser(
                row.getLong("id"),
                row.getString("user_name"),
                row.getString("display_name"),
                branch,
                Optional.ofNullable(row.getString("staff_code")),
                roles,
                row.getBoolean("is_enabled"),
                instant(row, "locked_until"),
                instant(row, "last_sign_in"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
