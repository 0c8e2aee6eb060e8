package org.yinhang.audience.internal;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which exports of the command line are in the audit already. */
@Repository
public class ExportTakenRepository {

    private final JdbcClient jdbc;

    ExportTakenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that an export is taken; false where it was before. */
    public boolean take(UUID id) {
        return jdbc.sql("INSERT INTO audience_export_taken (id) VALUES (?) ON CONFLICT DO NOTHING")
                        .param(id)
                        .update()
                > 0;
    }
}
