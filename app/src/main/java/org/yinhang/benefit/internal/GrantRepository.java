package org.yinhang.benefit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.benefit.Benefit;
import org.yinhang.benefit.CampaignBenefits;
import org.yinhang.benefit.EarnedBy;
import org.yinhang.benefit.Grant;
import org.yinhang.benefit.GrantState;
import org.yinhang.benefit.Promise;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.customer.CustomerReach;

/** Benefits promised to customers. Whoever changes one holds its benefit first. */
@Repository
public class GrantRepository {

    private static final String SELECT = """
            SELECT g.*, p.code, p.name, p.earned_by FROM benefit_grant g JOIN benefit p ON p.id = g.benefit
            """;

    private static final long LOCK = 0x4245_4e01L;

    private final JdbcClient jdbc;
    private final BenefitRepository benefits;

    GrantRepository(JdbcClient jdbc, BenefitRepository benefits) {
        this.jdbc = jdbc;
        this.benefits = benefits;
    }

    /** Lets one at a time promise until the transaction ends: what one customer may get counts over all benefits. */
    public void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((_, _) -> 0)
                .list();
    }

    /** What these touches promised and did not take back, by touch. */
    public Map<String, Grant> ofTouches(Collection<String> touches) {
        Map<String, Grant> found = new LinkedHashMap<>();
        jdbc.sql(SELECT + "WHERE g.touch = ANY(?) AND g.state <> 'taken-back'")
                .param(touches.toArray(String[]::new))
                .query((row, number) -> found.put(row.getString("touch"), grant(row, number)))
                .list();
        return found;
    }

    /**
     * What customers were promised before.
     *
     * @param ofThis how many of this benefit they hold or had
     * @param worth what all benefits since a day cost the bank
     */
    public record Before(int ofThis, Money worth) {

        /** Nothing. */
        public static final Before NOTHING = new Before(0, Money.ZERO);
    }

    /** What these customers were promised before, by customer; those without anything are left out. */
    public Map<Integer, Before> before(long benefit, Collection<Integer> customers, LocalDate since) {
        Map<Integer, Before> found = new HashMap<>();
        jdbc.sql("""
                SELECT g.customer, count(*) FILTER (WHERE g.benefit = :benefit) AS of_this,
                       coalesce(sum(b.worth_fen) FILTER (WHERE g.granted_on >= :since), 0) AS worth
                FROM benefit_grant g JOIN benefit b ON b.id = g.benefit
                WHERE g.customer = ANY(:customers) AND g.state IN ('held', 'redeemed') GROUP BY g.customer""")
                .param("benefit", benefit)
                .param("since", since)
                .param("customers", customers.toArray(Integer[]::new))
                .query((row, _) -> found.put(
                        row.getInt("customer"), new Before(row.getInt("of_this"), Money.ofFen(row.getLong("worth")))))
                .list();
        return found;
    }

    /** Promises, each with its token; a touch that took its promise back may give it again. */
    public void add(
            Benefit benefit, String campaign, List<Promise> promises, List<String> tokens, Instant at, LocalDate on) {
        jdbc.sql("""
                INSERT INTO benefit_grant (benefit, customer, token, touch, campaign, state, granted_at, granted_on, last_day)
                SELECT :benefit, p.customer, p.token, p.touch, :campaign, 'held', :at, :on, :last
                FROM unnest(:customers::int[], :tokens::text[], :touches::text[]) AS p (customer, token, touch)
                ON CONFLICT (touch) DO UPDATE SET state = 'held', settled_at = NULL, settled_by = NULL,
                    granted_at = excluded.granted_at, granted_on = excluded.granted_on, last_day = excluded.last_day""")
                .param("benefit", benefit.id())
                .param("campaign", campaign)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("on", on)
                .param("last", on.plusDays(benefit.terms().validDays() - 1L))
                .param("customers", promises.stream().map(Promise::customer).toArray(Integer[]::new))
                .param("tokens", tokens.toArray(String[]::new))
                .param("touches", promises.stream().map(Promise::touch).toArray(String[]::new))
                .update();
        benefits.count(benefit.id(), promises.size(), 0);
    }

    /** Ends held grants of touches; returns how many. */
    public int takeBack(long benefit, Collection<String> touches, Instant at) {
        int back = jdbc.sql("""
                UPDATE benefit_grant SET state = 'taken-back', settled_at = ?
                WHERE benefit = ? AND touch = ANY(?) AND state = 'held'""")
                .params(at.atOffset(ZoneOffset.UTC), benefit, touches.toArray(String[]::new))
                .update();
        benefits.count(benefit, -back, 0);
        return back;
    }

    /** The codes of benefits with grants whose last day has passed. */
    public List<String> overdue(LocalDate today) {
        return jdbc.sql("""
                SELECT DISTINCT b.code FROM benefit_grant g JOIN benefit b ON b.id = g.benefit
                WHERE g.state = 'held' AND g.last_day < ? ORDER BY b.code""").param(today).query(String.class).list();
    }

    /** Ends held grants of a benefit whose last day has passed; returns how many. */
    public int expire(long benefit, LocalDate today, Instant at) {
        int expired = jdbc.sql("""
                UPDATE benefit_grant SET state = 'expired', settled_at = ?
                WHERE benefit = ? AND state = 'held' AND last_day < ?""")
                .params(at.atOffset(ZoneOffset.UTC), benefit, today)
                .update();
        benefits.count(benefit, -expired, 0);
        return expired;
    }

    /** Redeems a held grant that has not run out; false where it is not one. */
    public boolean redeem(Benefit benefit, String token, Redemption redemption) {
        boolean isRedeemed = jdbc.sql("""
                UPDATE benefit_grant SET state = 'redeemed', settled_at = ?, settled_by = ?, reference = ?,
                    branch_id = (SELECT id FROM branch WHERE path = ?)
                WHERE benefit = ? AND token = ? AND state = 'held' AND last_day >= ?""")
                        .params(
                                redemption.at().atOffset(ZoneOffset.UTC),
                                redemption.by(),
                                redemption.reference(),
                                redemption.branchPath(),
                                benefit.id(),
                                token,
                                redemption.today())
                        .update()
                > 0;
        if (isRedeemed) {
            benefits.count(benefit.id(), -1, 1);
        }
        return isRedeemed;
    }

    /**
     * Who redeems, when and on what.
     *
     * @param by user name
     * @param branchPath of their branch
     * @param reference application or contract
     * @param at business instant
     * @param today business date
     */
    public record Redemption(String by, String branchPath, String reference, Instant at, LocalDate today) {}

    /** The grant of a token, where its customer is within reach. */
    public Optional<Grant> find(String token, DataScope scope) {
        return jdbc.sql(SELECT + CustomerReach.of("g.customer") + "WHERE g.token = :token AND "
                        + CustomerReach.within(scope))
                .param("token", token)
                .params(scope.parameters())
                .query(GrantRepository::grant)
                .optional();
    }

    /** What a customer was promised, what they still hold first. */
    public List<Grant> ofCustomer(int customer) {
        return jdbc.sql(
                        SELECT
                                + "WHERE g.customer = ? AND g.state <> 'taken-back' ORDER BY g.settled_at DESC NULLS FIRST, g.id DESC")
                .param(customer)
                .query(GrantRepository::grant)
                .list();
    }

    /** What these customers hold off rates, by customer and product; the largest of several. */
    public Map<Integer, Map<String, Rate>> coupons(Collection<Integer> customers, LocalDate today) {
        Map<Integer, Map<String, Rate>> found = new HashMap<>();
        jdbc.sql("""
                SELECT g.customer, b.product, max(b.cut_ppm) AS cut FROM benefit_grant g JOIN benefit b ON b.id = g.benefit
                WHERE g.customer = ANY(?) AND g.state = 'held' AND g.last_day >= ? AND b.cut_ppm > 0
                GROUP BY g.customer, b.product""")
                .params(customers.toArray(Integer[]::new), today)
                .query((row, _) -> found.computeIfAbsent(row.getInt("customer"), _ -> new HashMap<>())
                        .put(row.getString("product"), new Rate(row.getInt("cut"))))
                .list();
        return found;
    }

    /** What each campaign promised of a benefit, the most first. */
    public List<CampaignBenefits> campaigns(long benefit) {
        return campaigns("g.benefit = ?", benefit);
    }

    /** What a campaign promised, by benefit. */
    public List<CampaignBenefits> ofCampaign(String campaign) {
        return campaigns("g.campaign = ?", campaign);
    }

    private List<CampaignBenefits> campaigns(String condition, Object value) {
        return jdbc.sql("""
                SELECT g.campaign, b.code, b.name, b.worth_fen, count(*) AS promised,
                       count(*) FILTER (WHERE g.state = 'redeemed') AS redeemed,
                       count(*) FILTER (WHERE g.state = 'held') AS held
                FROM benefit_grant g JOIN benefit b ON b.id = g.benefit
                WHERE g.state <> 'taken-back' AND %s
                GROUP BY g.campaign, b.code, b.name, b.worth_fen ORDER BY promised DESC, g.campaign, b.code""".formatted(condition))
                .param(value)
                .query((row, _) -> new CampaignBenefits(
                        row.getString("campaign"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getLong("promised"),
                        row.getLong("held"),
                        row.getLong("redeemed"),
                        Money.ofFen(row.getLong("worth_fen")).times(row.getLong("redeemed"))))
                .list();
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        return new Grant(
                row.getString("code"),
                row.getString("name"),
                EarnedBy.of(row.getString("earned_by")),
                row.getInt("customer"),
                row.getString("token"),
                row.getString("campaign"),
                GrantState.of(row.getString("state")),
                row.getTimestamp("granted_at").toInstant(),
                row.getObject("last_day", LocalDate.class),
                Optional.ofNullable(row.getTimestamp("settled_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("settled_by")).orElse(""),
                row.getString("reference"));
    }
}
