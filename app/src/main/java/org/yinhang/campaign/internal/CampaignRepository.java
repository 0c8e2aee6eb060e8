package org.yinhang.campaign.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.CampaignState;
import org.yinhang.campaign.CampaignWave;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import tools.jackson.databind.json.JsonMapper;

/** The rows of campaigns and their waves. */
@Repository
public class CampaignRepository {

    private static final Map<String, String> SORTABLE =
            Map.of("changed", "changed_at", "code", "code", "starts", "plan ->> 'startsOn'");

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    CampaignRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long add(String code, CampaignPlan plan, String salt, String by, Instant at) {
        long id = jdbc.sql("""
                INSERT INTO campaign (code, state, version, plan, salt, owner, made_at, changed_by, changed_at)
                VALUES (:code, 'draft', 1, :plan::jsonb, :salt, :by, :at, :by, :at) RETURNING id""")
                .param("code", code)
                .param("plan", json.writeValueAsString(plan))
                .param("salt", salt)
                .param("by", by)
                .param("at", utc(at))
                .query(Long.class)
                .single();
        keep(id);
        return id;
    }

    /** Changes a plan somebody saw in that version; what was approved is a draft again. False where it has moved on. */
    public boolean change(long id, int seen, CampaignPlan plan, String by, Instant at) {
        boolean isChanged = jdbc.sql("""
                UPDATE campaign SET plan = ?::jsonb, version = version + 1, state = 'draft', submitted_by = NULL,
                       approved_by = NULL, changed_by = ?, changed_at = ?
                WHERE id = ? AND version = ? AND state IN ('draft', 'in_approval', 'approved')""")
                        .params(json.writeValueAsString(plan), by, utc(at), id, seen)
                        .update()
                > 0;
        if (isChanged) {
            keep(id);
        }
        return isChanged;
    }

    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("SELECT code, plan ->> 'name' AS name FROM campaign").query(row -> {
            names.put(row.getString("code"), row.getString("name"));
        });
        return names;
    }

    /** The campaigns that were launched, the latest first. */
    public List<Campaign> launched() {
        return jdbc.sql("SELECT * FROM campaign WHERE launched_at IS NOT NULL ORDER BY launched_at DESC, id DESC")
                .query(this::campaign)
                .list();
    }

    private void keep(long id) {
        jdbc.sql("""
                INSERT INTO campaign_version (campaign, version, plan, changed_by, changed_at)
                SELECT id, version, plan, changed_by, changed_at FROM campaign WHERE id = ?""").param(id).update();
    }

    /** Moves on where the state is one of those; false where it is not. */
    public boolean move(long id, Set<CampaignState> from, CampaignState to, Instant at) {
        return jdbc.sql("""
                UPDATE campaign SET state = :to,
                       launched_at = CASE WHEN :to = 'running' THEN coalesce(launched_at, :at) ELSE launched_at END,
                       ended_at = CASE WHEN :to IN ('finished', 'killed') THEN :at END
                WHERE id = :id AND state = ANY(:from)""")
                        .param("to", to.key())
                        .param("at", utc(at))
                        .param("id", id)
                        .param("from", from.stream().map(CampaignState::key).toArray(String[]::new))
                        .update()
                > 0;
    }

    /** Writes who asked for approval. */
    public void submitted(long id, String by) {
        jdbc.sql("UPDATE campaign SET submitted_by = ? WHERE id = ?")
                .params(by, id)
                .update();
    }

    /** Writes who approved. */
    public void approved(long id, String by) {
        jdbc.sql("UPDATE campaign SET approved_by = ? WHERE id = ?")
                .params(by, id)
                .update();
    }

    public Optional<Campaign> find(String code) {
        return jdbc.sql("SELECT * FROM campaign WHERE code = ?")
                .param(code)
                .query(this::campaign)
                .optional();
    }

    /** Those in one of these states, the oldest first. */
    public List<Campaign> in(Set<CampaignState> states) {
        return jdbc.sql("SELECT * FROM campaign WHERE state = ANY(?) ORDER BY id")
                .param(states.stream().map(CampaignState::key).toArray(String[]::new))
                .query(this::campaign)
                .list();
    }

    /** Whether the campaign runs, held until the transaction ends. */
    public boolean holdRunning(long id) {
        return jdbc.sql("SELECT id FROM campaign WHERE id = ? AND state = 'running' FOR UPDATE")
                .param(id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    public Slice<Campaign> page(ListQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("FROM campaign WHERE true");
        if (!query.text().isBlank()) {
            where.append(" AND (code ILIKE :like OR plan ->> 'name' ILIKE :like)");
            parameters.put("like", "%" + query.text().strip() + "%");
        }
        query.filter("state").ifPresent(state -> {
            where.append(" AND state = :state");
            parameters.put("state", state);
        });
        query.filter("product").ifPresent(product -> {
            where.append(" AND plan ->> 'product' = :product");
            parameters.put("product", product);
        });
        long total = jdbc.sql("SELECT count(*) " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        String order = SORTABLE.containsKey(query.sort())
                ? SORTABLE.get(query.sort()) + (query.isDescending() ? " DESC" : "")
                : "changed_at DESC";
        return new Slice<>(
                jdbc.sql("SELECT * " + where + " ORDER BY " + order + ", id DESC LIMIT :size OFFSET :offset")
                        .params(parameters)
                        .query(this::campaign)
                        .list(),
                total);
    }

    /** Writes the days of the waves, once. */
    public void schedule(long campaign, List<CampaignWave> waves) {
        for (int place = 0; place < waves.size(); place++) {
            jdbc.sql("INSERT INTO campaign_wave (campaign, wave, place, due_on, state) VALUES (?, ?, ?, ?, 'waiting')"
                            + " ON CONFLICT DO NOTHING")
                    .params(
                            campaign,
                            waves.get(place).wave(),
                            place,
                            waves.get(place).dueOn())
                    .update();
        }
    }

    /** Moves a wave that was not prepared to another day. */
    void rename(long campaign, String wave, CampaignWave moved) {
        jdbc.sql("UPDATE campaign_wave SET wave = ?, due_on = ? WHERE campaign = ? AND wave = ? AND state = 'waiting'")
                .params(moved.wave(), moved.dueOn(), campaign, wave)
                .update();
    }

    /** The waves of a campaign in their order. */
    public List<CampaignWave> waves(long campaign) {
        return jdbc.sql("SELECT * FROM campaign_wave WHERE campaign = ? ORDER BY due_on, place")
                .param(campaign)
                .query((row, _) -> new CampaignWave(
                        row.getString("wave"),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("state").equals("prepared"),
                        row.getLong("chosen"),
                        row.getLong("control"),
                        row.getLong("held_out"),
                        row.getLong("unreached")))
                .list();
    }

    /** Writes that a wave's customers are on their way. */
    public void prepared(long campaign, CampaignWave wave, Instant at) {
        jdbc.sql("""
                UPDATE campaign_wave SET state = 'prepared', chosen = ?, control = ?, held_out = ?, unreached = ?, prepared_at = ?
                WHERE campaign = ? AND wave = ?""")
                .params(wave.chosen(), wave.control(), wave.heldOut(), wave.unreached(), utc(at), campaign, wave.wave())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private Campaign campaign(ResultSet row, int number) throws SQLException {
        return new Campaign(
                row.getLong("id"),
                row.getString("code"),
                CampaignState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("version"),
                json.readValue(row.getString("plan"), CampaignPlan.class),
                row.getString("salt"),
                row.getString("owner"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                Optional.ofNullable(row.getString("submitted_by")),
                Optional.ofNullable(row.getString("approved_by")),
                Optional.ofNullable(row.getTimestamp("launched_at")).map(Timestamp::toInstant));
    }
}
