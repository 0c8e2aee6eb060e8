package org.yinhang.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Touches tests make, in a ledger that keeps everything: all tests share one small bank, whose customers tire soon. */
public final class TestTouches {

    private TestTouches() {}

    /** Forgets what campaigns of tests have sent or withheld; only whoever owns the database can. */
    public static void forget(JdbcClient jdbc) {
        jdbc.sql("""
                DO $$ BEGIN
                    SET LOCAL session_replication_role = replica;
                    DELETE FROM contact_entry WHERE campaign IN (SELECT campaign FROM dispatch);
                END $$""").update();
    }
}
