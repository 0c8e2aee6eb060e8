package org.yinhang.insight.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.insight.WatchedConversion;
import tools.jackson.databind.json.JsonMapper;

/** The conversions watched, each as it was last judged. */
@Repository
public class WatchRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    WatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts what was found now in the place of what was found before. */
    public void replace(WatchedConversion judged) {
        jdbc.sql("""
                INSERT INTO insight_watch (name, last_day, findings) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET last_day = excluded.last_day, findings = excluded.findings
                """)
                .params(judged.name(), judged.last(), json.writeValueAsString(judged))
                .update();
    }

    /** Every conversion judged so far, by name. */
    public List<WatchedConversion> all() {
        return jdbc.sql("SELECT findings FROM insight_watch ORDER BY name")
                .query((row, number) -> json.readValue(row.getString("findings"), WatchedConversion.class))
                .list();
    }
}
