package org.yinhang.opportunity.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calendars users opened, under hashes of their secrets. */
@Repository
public class CalendarRepository {

    private final JdbcClient jdbc;

    CalendarRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A calendar somebody opened.
     *
     * @param userName whose
     * @param language of its entries, as a language tag
     */
    public record Opened(String userName, String language) {}

    /** Writes down whose calendar a secret opens, in place of any before. */
    public void open(Opened calendar, String tokenHash, Instant now) {
        jdbc.sql("""
                INSERT INTO opportunity_calendar (user_name, language, token_hash, made_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_name) DO UPDATE SET language = excluded.language, token_hash = excluded.token_hash,
                    made_at = excluded.made_at""")
                .params(calendar.userName(), calendar.language(), tokenHash, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Closes somebody's calendar. */
    public void close(String userName) {
        jdbc.sql("DELETE FROM opportunity_calendar WHERE user_name = ?")
                .param(userName)
                .update();
    }

    /** The calendar a secret opens. */
    public Optional<Opened> of(String tokenHash) {
        return jdbc.sql("SELECT user_name, language FROM opportunity_calendar WHERE token_hash = ?")
                .param(tokenHash)
                .query((row, _) -> new Opened(row.getString("user_name"), row.getString("language")))
                .optional();
    }

    /** Since when somebody has a calendar. */
    public Optional<Instant> since(String userName) {
        return jdbc.sql("SELECT made_at FROM opportunity_calendar WHERE user_name = ?")
                .param(userName)
                .query((row, _) -> row.getTimestamp("made_at").toInstant())
                .optional();
    }
}
