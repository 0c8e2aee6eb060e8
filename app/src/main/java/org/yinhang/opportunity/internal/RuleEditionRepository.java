package org.yinhang.opportunity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.opportunity.Identified;
import org.yinhang.opportunity.OpportunityRule;
import org.yinhang.opportunity.RuleDraft;
import org.yinhang.opportunity.RuleEdition;
import org.yinhang.opportunity.RuleRun;

/** Versions of the rules of identification, and what came of them. */
@Repository
public class RuleEditionRepository {

    private final JdbcClient jdbc;

    RuleEditionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a draft; nothing where the version is there already. */
    public boolean add(RuleDraft draft, String by, Instant at) {
        OpportunityRule rule = draft.rule();
        return jdbc.sql("""
                        INSERT INTO opportunity_rule (code, version, zh, en, condition, products, expires_days, clock_hours, again_days,
                            enabled, note, state, made_by, made_at)
                        VALUES (:code, :version, :zh, :en, :condition, :products, :expires, :clock, :again, :enabled, :note, 'draft', :by, :at)
                        ON CONFLICT DO NOTHING""")
                        .param("code", rule.code())
                        .param("version", rule.version())
                        .param("zh", rule.zh().strip())
                        .param("en", rule.en().strip())
                        .param("condition", rule.when().strip())
                        .param("products", rule.products().toArray(String[]::new))
                        .param("expires", rule.expiresDays())
                        .param("clock", rule.clockHours())
                        .param("again", rule.againDays())
                        .param("enabled", draft.isOn())
                        .param("note", draft.note())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Decides on a draft; false where it is none any more, or not the newest. */
    public boolean decide(String code, int version, RuleEdition.State state, String by, Instant at) {
        return jdbc.sql("""
                        UPDATE opportunity_rule r SET state = :state, decided_by = :by, decided_at = :at
                        WHERE code = :code AND version = :version AND state = 'draft'
                          AND NOT EXISTS (SELECT FROM opportunity_rule n WHERE n.code = r.code AND n.version > r.version)""")
                        .param("state", state.key())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("code", code)
                        .param("version", version)
                        .update()
                > 0;
    }

    /** Every version of every rule, by code, the newest first. */
    public List<RuleEdition> all() {
        return jdbc.sql("SELECT * FROM opportunity_rule ORDER BY code, version DESC")
                .query(RuleEditionRepository::edition)
                .list();
    }

    /** Notes what a rule came to. */
    public void ran(OpportunityRule rule, RuleRun run) {
        Identified all = run.outcome();
        jdbc.sql("""
                INSERT INTO opportunity_rule_run (code, version, day, at, chosen, withheld, held_out, silent, refused, opened, joined, fault)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        rule.code(),
                        run.version(),
                        run.day(),
                        run.at().atOffset(ZoneOffset.UTC),
                        all.chosen(),
                        all.withheld(),
                        all.heldOut(),
                        all.silent(),
                        all.refused(),
                        all.opened(),
                        all.joined(),
                        run.fault())
                .update();
    }

    /** The newest run of each rule, by code. */
    public Map<String, RuleRun> newestRuns() {
        Map<String, RuleRun> runs = new HashMap<>();
        jdbc.sql("SELECT DISTINCT ON (code) * FROM opportunity_rule_run ORDER BY code, id DESC")
                .query((row, number) -> runs.put(row.getString("code"), run(row, number)))
                .list();
        return runs;
    }

    /** The newest runs of a rule, the newest first. */
    public List<RuleRun> runs(String code, int most) {
        return jdbc.sql("SELECT * FROM opportunity_rule_run WHERE code = ? ORDER BY id DESC LIMIT ?")
                .params(code, most)
                .query(RuleEditionRepository::run)
                .list();
    }

    private static RuleRun run(ResultSet row, int number) throws SQLException {
        return new RuleRun(
                row.getInt("version"),
                row.getObject("day", LocalDate.class),
                row.getTimestamp("at").toInstant(),
                new Identified(
                        row.getInt("chosen"),
                        row.getInt("withheld"),
                        row.getInt("held_out"),
                        row.getInt("silent"),
                        row.getInt("refused"),
                        row.getInt("opened"),
                        row.getInt("joined")),
                row.getString("fault"));
    }

    private static RuleEdition edition(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new RuleEdition(
                new OpportunityRule(
                        row.getString("code"),
                        row.getInt("version"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("condition"),
                        List.of((String[]) row.getArray("products").getArray()),
                        row.getInt("expires_days"),
                        row.getInt("clock_hours"),
                        row.getInt("again_days")),
                row.getBoolean("enabled"),
                row.getString("note"),
                RuleEdition.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.of(new RuleEdition.Signed(
                        row.getString("made_by"), row.getTimestamp("made_at").toInstant())),
                decided == null
                        ? Optional.empty()
                        : Optional.of(new RuleEdition.Signed(row.getString("decided_by"), decided.toInstant())));
    }
}
