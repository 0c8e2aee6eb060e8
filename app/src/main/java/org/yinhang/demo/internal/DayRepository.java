package org.yinhang.demo.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.benefit.EarnedBy;
import org.yinhang.demobank.contact.ContactAction;
import org.yinhang.demobank.contact.Outcome;

/** The days that were played, how far, and the contacts customers answered on them. */
@Repository
class DayRepository {

    private final JdbcClient jdbc;

    DayRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day that was begun and is not done. */
    Optional<LocalDate> open() {
        return jdbc.sql("SELECT day FROM demo_day WHERE stage <> 'done' ORDER BY day LIMIT 1")
                .query(LocalDate.class)
                .optional();
    }

    /** The newest day that is done. */
    Optional<LocalDate> last() {
        return jdbc.sql("SELECT max(day) FROM demo_day WHERE stage = 'done'")
                .query(LocalDate.class)
                .optional();
    }

    /** Begins a day at a stage where it has not begun; gives how far it is. */
    DayStage begin(LocalDate day, DayStage stage) {
        jdbc.sql("INSERT INTO demo_day (day, stage) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(day, stage.key())
                .update();
        return jdbc.sql("SELECT stage FROM demo_day WHERE day = ?")
                .param(day)
                .query((row, _) -> DayStage.of(row.getString(1)))
                .single();
    }

    void reached(LocalDate day, DayStage stage) {
        jdbc.sql("UPDATE demo_day SET stage = ? WHERE day = ?")
                .params(stage.key(), day)
                .update();
    }

    /** Of every message sent and every open task nobody has answered yet a contact of the day; once. */
    @Transactional
    void list(LocalDate day, int taskHour, String zone) {
        jdbc.sql("""
                INSERT INTO demo_contact (touch, day, customer, campaign, product, channel, is_task, hour, rate)
                SELECT t.id, :day, t.customer, d.campaign, coalesce(c.plan ->> 'product', ''), d.channel, k.touch IS NOT NULL,
                       CASE WHEN k.touch IS NOT NULL THEN :hour ELSE extract(hour FROM e.at AT TIME ZONE :zone) END,
                       coalesce(t.details -> 'rate' ->> 'ppm', d.terms -> 'offer' -> 'rate' ->> 'ppm')::int
                FROM touch t
                JOIN dispatch d ON d.id = t.dispatch
                JOIN contact_entry e ON e.verdict = 'cleared'
                    AND e.touch = d.campaign || '/' || d.wave || '/' || d.channel || '/' || t.customer
                LEFT JOIN campaign c ON c.code = d.campaign
                LEFT JOIN contact_task k ON k.touch = t.id
                WHERE t.state = 'sent' AND k.done_at IS NULL AND k.withdrawn_at IS NULL AND e.at < (CAST(:day AS date) + 1) AT TIME ZONE :zone
                    AND (k.touch IS NOT NULL OR d.channel NOT IN ('call', 'branch', 'visit'))
                    AND NOT EXISTS (SELECT FROM demo_contact p WHERE p.touch = t.id)""")
                .param("day", day)
                .param("hour", taskHour)
                .param("zone", zone)
                .update();
        reached(day, DayStage.LISTED);
    }

    List<PlayedContact> of(LocalDate day) {
        return jdbc.sql("SELECT * FROM demo_contact WHERE day = ? ORDER BY touch")
                .param(day)
                .query(DayRepository::contact)
                .list();
    }

    /** Writes what each contact truly adds to the probability of a response. */
    void believed(List<ContactAction> actions, List<Double> added) {
        jdbc.sql("""
                UPDATE demo_contact SET added = a.added FROM unnest(?::bigint[], ?::float8[]) AS a (touch, added)
                WHERE demo_contact.touch = a.touch""")
                .param(actions.stream().map(ContactAction::record).toArray(Long[]::new))
                .param(added.toArray(Double[]::new))
                .update();
    }

    /** Responses the contacts of a campaign truly added, as expected; empty where none was answered. */
    Optional<Double> truth(String campaign) {
        return jdbc.sql("SELECT sum(added) FROM demo_contact WHERE campaign = ?")
                .param(campaign)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, Double.class)))
                .single();
    }

    /** The same of the contacts of those only whom chance assigned in some months. */
    Optional<Double> truth(String campaign, Set<YearMonth> assigned, ZoneId zone) {
        return jdbc.sql("""
                SELECT sum(p.added) FROM demo_contact p
                JOIN exposure x ON x.experiment = p.campaign AND x.customer = p.customer
                WHERE p.campaign = :campaign AND to_char(x.assigned_at AT TIME ZONE :zone, 'YYYY-MM') = ANY(:months)""")
                .param("campaign", campaign)
                .param("zone", zone.getId())
                .param("months", assigned.stream().map(YearMonth::toString).toArray(String[]::new))
                .query((row, _) -> Optional.ofNullable(row.getObject(1, Double.class)))
                .single();
    }

    /** Writes what customers answered. */
    @Transactional
    void lived(LocalDate day, List<Long> touches, List<PlayedContact.Answer> answers) {
        jdbc.sql("""
                UPDATE demo_contact SET reached = a.reached, outcome = a.outcome, outcome_at = a.at
                FROM unnest(?::bigint[], ?::boolean[], ?::text[], ?::timestamptz[]) AS a (touch, reached, outcome, at)
                WHERE demo_contact.touch = a.touch""")
                .param(touches.toArray(Long[]::new))
                .param(answers.stream().map(PlayedContact.Answer::reached).toArray(Boolean[]::new))
                .param(answers.stream().map(answer -> answer.outcome().code()).toArray(String[]::new))
                .param(answers.stream().map(answer -> answer.at().toString()).toArray(String[]::new))
                .update();
        reached(day, DayStage.LIVED);
    }

    /** What customers hold by contacts that were answered and that has not run out on a day. */
    List<PromisedBenefit> promised(LocalDate day) {
        return jdbc.sql("""
                SELECT g.token, p.touch, p.outcome, b.earned_by FROM benefit_grant g
                JOIN benefit b ON b.id = g.benefit
                JOIN dispatch d ON d.campaign = g.campaign
                    AND g.touch = d.campaign || '/' || d.wave || '/' || d.channel || '/' || g.customer
                JOIN touch t ON t.dispatch = d.id AND t.customer = g.customer
                JOIN demo_contact p ON p.touch = t.id
                WHERE g.state = 'held' AND g.last_day >= ? AND p.outcome IS NOT NULL ORDER BY p.touch""")
                .param(day)
                .query((row, _) -> new PromisedBenefit(
                        row.getString("token"),
                        row.getLong("touch"),
                        row.getString("outcome").equals(Outcome.ACCEPTED.code()),
                        EarnedBy.of(row.getString("earned_by"))))
                .list();
    }

    private static PlayedContact contact(ResultSet row, int number) throws SQLException {
        int rate = row.getInt("rate");
        Optional<Integer> offered = row.wasNull() ? Optional.empty() : Optional.of(rate);
        String outcome = row.getString("outcome");
        return new PlayedContact(
                row.getLong("touch"),
                row.getInt("customer"),
                row.getString("campaign"),
                row.getString("product"),
                row.getString("channel"),
                row.getBoolean("is_task"),
                row.getInt("hour"),
                offered,
                outcome == null
                        ? Optional.empty()
                        : Optional.of(new PlayedContact.Answer(
                                row.getBoolean("reached"),
                                Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                                row.getTimestamp("outcome_at").toInstant())));
    }
}
