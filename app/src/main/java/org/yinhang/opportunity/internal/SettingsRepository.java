package org.yinhang.opportunity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.opportunity.SettingsVersion;

/** Versions of the settings opportunities are worked by. */
@Repository
public class SettingsRepository {

    private final JdbcClient jdbc;

    SettingsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The version of a day. */
    public Optional<SettingsVersion> inForce(LocalDate day) {
        return jdbc.sql("""
                SELECT * FROM opportunity_settings WHERE valid_from <= ? ORDER BY valid_from DESC, version DESC LIMIT 1""").param(day).query(SettingsRepository::version).optional();
    }

    /** Every version, the newest first. */
    public List<SettingsVersion> all() {
        return jdbc.sql("SELECT * FROM opportunity_settings ORDER BY version DESC")
                .query(SettingsRepository::version)
                .list();
    }

    /** Adds a version; nothing where it is there already. */
    public boolean add(int version, String yaml, LocalDate validFrom, String note, String by, Instant now) {
        return jdbc.sql("""
                        INSERT INTO opportunity_settings (version, yaml, valid_from, note, saved_by, saved_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(version, yaml, validFrom, note, by, now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private static SettingsVersion version(ResultSet row, int number) throws SQLException {
        return new SettingsVersion(
                row.getInt("version"),
                row.getString("yaml"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("note"),
                row.getString("saved_by"),
                row.getTimestamp("saved_at").toInstant());
    }
}
