package org.yinhang.campaign.past;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of rehearsed campaigns. */
@Repository
class PastCampaignRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    PastCampaignRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long campaign, int version, PastCampaign result, String askedBy, Instant now) {
        jdbc.sql("""
                INSERT INTO campaign_past (campaign, version, asked_by, created_at, result)
                VALUES (?, ?, ?, ?, ?::jsonb)""")
                .params(campaign, version, askedBy, Timestamp.from(now), json.writeValueAsString(result))
                .update();
    }

    Optional<KeptPastCampaign> newest(long campaign, int version) {
        return jdbc.sql("""
                SELECT asked_by, created_at, result FROM campaign_past
                WHERE campaign = ? AND version = ? ORDER BY id DESC LIMIT 1""")
                .params(campaign, version)
                .query((row, _) -> new KeptPastCampaign(
                        row.getString("asked_by"),
                        row.getTimestamp("created_at").toInstant(),
                        json.readValue(row.getString("result"), PastCampaign.class)))
                .optional();
    }
}
