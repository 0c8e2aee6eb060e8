package org.yinhang.opportunity.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.core.unit.Money;
import org.yinhang.customer.CustomerReach;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.OpportunityEvent;
import org.yinhang.opportunity.OpportunityFigures;
import org.yinhang.opportunity.OpportunityPlace;
import org.yinhang.opportunity.OpportunityReach;
import org.yinhang.opportunity.OpportunityReason;
import org.yinhang.opportunity.OpportunityStage;
import org.yinhang.opportunity.WorkTeam;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListAction;

/** Reads opportunities; every question carries the reach of who asks. */
@Repository
public class OpportunityRepository {

    private static final String SELECT = """
            SELECT o.*, coalesce(s.name, o.owner) AS owner_name, coalesce(w.team, 'both') AS owner_team,
                   (SELECT array_agg(concat_ws('|', r.source, r.code, r.version::text, r.seen_on::text, r.sensitive::text, r.bureau::text)
                           ORDER BY r.seen_on DESC, r.source, r.code)
                    FROM opportunity_reason r WHERE r.opportunity = o.id) AS reasons
            """;
    private static final String FROM = "FROM opportunity o " + CustomerReach.of("o.customer");
    private static final String OWNER =
            "LEFT JOIN staff_member s ON s.code = o.owner LEFT JOIN opportunity_worker w ON w.staff = o.owner ";
    private static final Map<String, String> SORTABLE = Map.of(
            "value", "o.value_fen",
            "due", "o.due_at",
            "expires", "o.expires_on",
            "found", "o.found_at",
            "attempts", "o.attempts");
    private static final int REASON_PARTS = 6;

    private final JdbcClient jdbc;

    OpportunityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The opportunity of a number. */
    public Optional<Opportunity> find(long id, OpportunityReach reach) {
        return jdbc.sql(SELECT + FROM + OWNER + "WHERE o.id = :id AND " + reach.condition())
                .params(reach.parameters())
                .param("id", id)
                .query(OpportunityRepository::opportunity)
                .optional();
    }

    /** The open opportunities somebody works, by number. */
    public List<Opportunity> openOf(String owner) {
        return jdbc.sql(SELECT + "FROM opportunity o " + OWNER
                        + "WHERE o.owner = :owner AND o.closed_at IS NULL ORDER BY o.id")
                .param("owner", owner)
                .query(OpportunityRepository::opportunity)
                .list();
    }

    /** The open opportunities of these customers, by number. */
    public List<Opportunity> openOfCustomers(List<Integer> customers) {
        return jdbc.sql(SELECT + "FROM opportunity o " + OWNER
                        + "WHERE o.customer = ANY(:customers) AND o.closed_at IS NULL ORDER BY o.id")
                .param("customers", customers.toArray(Integer[]::new))
                .query(OpportunityRepository::opportunity)
                .list();
    }

    /** The opportunities of a customer, open ones first. */
    public List<Opportunity> ofCustomer(int customer) {
        return jdbc.sql(SELECT + "FROM opportunity o " + OWNER
                        + "WHERE o.customer = :customer ORDER BY o.closed_at DESC NULLS FIRST, o.id")
                .param("customer", customer)
                .query(OpportunityRepository::opportunity)
                .list();
    }

    /** One page; the business instant decides what is overdue. */
    public Slice<Opportunity> page(ListQuery query, OpportunityReach reach, Instant now) {
        Map<String, Object> parameters = new HashMap<>(reach.parameters());
        String where = where(query, reach, now, parameters);
        long total = jdbc.sql("SELECT count(*) " + FROM + where)
                .params(parameters)
                .query(Long.class)
                .single();
        String column = SORTABLE.get(query.sort());
        String order = column == null
                ? "o.value_fen DESC NULLS LAST"
                : column + (query.isDescending() ? " DESC NULLS LAST" : " NULLS LAST");
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<Opportunity> rows = jdbc.sql(
                        SELECT + FROM + OWNER + where + " ORDER BY " + order + ", o.id LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(OpportunityRepository::opportunity)
                .list();
        return new Slice<>(rows, total);
    }

    private static String where(ListQuery query, OpportunityReach reach, Instant now, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of(reach.condition()));
        for (String filter : List.of("stage", "place", "product", "owner")) {
            query.filter(filter).ifPresent(value -> {
                conditions.add("o." + filter + " = :" + filter);
                parameters.put(filter, value);
            });
        }
        if (query.filter("stage").isEmpty()) {
            conditions.add("o.closed_at IS NULL");
        }
        query.filter("team").ifPresent(team -> {
            conditions.add(
                    "o.owner IS NOT NULL AND coalesce((SELECT w.team FROM opportunity_worker w WHERE w.staff = o.owner), 'both')"
                            + " = :team");
            parameters.put("team", team);
        });
        query.filter("given").ifPresent(why -> {
            conditions.add("o.assigned_why = :given");
            parameters.put("given", why);
        });
        query.filter("reason").ifPresent(value -> {
            conditions.add("EXISTS (SELECT FROM opportunity_reason r WHERE r.opportunity = o.id"
                    + " AND concat(r.source, '.', r.code) = :reason)");
            parameters.put("reason", value);
        });
        query.filter(ListAction.CHOSEN).ifPresent(value -> {
            conditions.add("o.id = ANY(:chosen)");
            parameters.put(
                    "chosen",
                    Arrays.stream(value.split("\\."))
                            .filter(key -> key.matches("\\d{1,18}"))
                            .map(Long::valueOf)
                            .toArray(Long[]::new));
        });
        query.filter("clock").filter("overdue"::equals).ifPresent(_ -> {
            conditions.add("o.stage = 'new' AND o.due_at < :now");
            parameters.put("now", Timestamp.from(now));
        });
        return " WHERE " + String.join(" AND ", conditions);
    }

    /** One page of the public pool of a branch and below, what is worth most first. */
    public Slice<Opportunity> pool(ListQuery query, String branchPath) {
        String where = " WHERE o.place = 'public' AND o.closed_at IS NULL AND b.path LIKE :path";
        long total = jdbc.sql("SELECT count(*) " + FROM + where)
                .param("path", branchPath + "%")
                .query(Long.class)
                .single();
        List<Opportunity> rows = jdbc.sql(SELECT + FROM + OWNER + where
                        + " ORDER BY o.value_fen DESC NULLS LAST, o.expires_on, o.id LIMIT :size OFFSET :offset")
                .param("path", branchPath + "%")
                .param("size", query.size())
                .param("offset", query.offset())
                .query(OpportunityRepository::opportunity)
                .list();
        return new Slice<>(rows, total);
    }

    /** What the open opportunities within reach come to. */
    public OpportunityFigures figures(OpportunityReach reach, Instant now) {
        return jdbc.sql("""
                SELECT count(*) AS open, count(*) FILTER (WHERE o.place = 'unassigned') AS unassigned,
                       count(*) FILTER (WHERE o.place = 'public') AS pooled,
                       count(*) FILTER (WHERE o.stage = 'new' AND o.due_at < :now) AS overdue,
                       coalesce(sum(o.value_fen), 0) AS value
                """ + FROM + " WHERE o.closed_at IS NULL AND " + reach.condition())
                .params(reach.parameters())
                .param("now", Timestamp.from(now))
                .query((row, _) -> new OpportunityFigures(
                        row.getLong("open"),
                        row.getLong("unassigned"),
                        row.getLong("pooled"),
                        row.getLong("overdue"),
                        Money.ofFen(row.getLong("value"))))
                .single();
    }

    /** Closes what is past its last day; the numbers of those closed. */
    public List<Long> expire(LocalDate today, Instant now) {
        return jdbc.sql("""
                UPDATE opportunity SET stage = 'expired', closed_at = :now, close_reason = 'expired'
                WHERE closed_at IS NULL AND stage <> 'applied' AND expires_on < :today
                  AND (next_at IS NULL OR next_at < :now) RETURNING id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", today)
                .query(Long.class)
                .list();
    }

    /** Notes those whose clock has run out; the numbers of those noted now. */
    public List<Long> escalate(Instant now) {
        return jdbc.sql("""
                UPDATE opportunity SET escalated_at = :now
                WHERE closed_at IS NULL AND stage = 'new' AND due_at < :now AND escalated_at IS NULL RETURNING id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    /** The history of an opportunity, the newest first. */
    public List<OpportunityEvent> history(long id) {
        return jdbc.sql("SELECT at, by, kind, detail FROM opportunity_event WHERE opportunity = ? ORDER BY id DESC")
                .param(id)
                .query((row, _) -> new OpportunityEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("by"),
                        row.getString("kind"),
                        row.getString("detail")))
                .list();
    }

    /** Writes to the history. */
    public void event(List<Long> opportunities, Instant at, String by, String kind, String detail) {
        jdbc.sql("""
                INSERT INTO opportunity_event (opportunity, at, by, kind, detail)
                SELECT id, :at, :by, :kind, :detail FROM unnest(:ids::bigint[]) AS n (id) ORDER BY id""")
                .param("ids", opportunities.toArray(Long[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("kind", kind)
                .param("detail", detail)
                .update();
    }

    static Opportunity opportunity(ResultSet row, int number) throws SQLException {
        String owner = row.getString("owner");
        return new Opportunity(
                row.getLong("id"),
                row.getInt("customer"),
                row.getString("product"),
                OpportunityStage.of(row.getString("stage")),
                OpportunityPlace.of(row.getString("place")),
                owner == null
                        ? Optional.empty()
                        : Optional.of(new Opportunity.Owner(owner, row.getString("owner_name"))),
                owner == null ? Optional.empty() : WorkTeam.of(row.getString("owner_team")),
                row.getString("assigned_why"),
                money(row, "value_fen"),
                row.getObject("chance") == null ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble("chance")),
                money(row, "limit_fen"),
                row.getTimestamp("found_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getObject("expires_on", LocalDate.class),
                instant(row, "next_at"),
                row.getInt("attempts"),
                instant(row, "last_contact_at"),
                instant(row, "escalated_at"),
                instant(row, "locked_until"),
                row.getString("close_reason"),
                reasons(row.getArray("reasons")));
    }

    private static Optional<Money> money(ResultSet row, String column) throws SQLException {
        long fen = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Money.ofFen(fen));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static List<OpportunityReason> reasons(@Nullable Array array) throws SQLException {
        if (array == null) {
            return List.of();
        }
        List<OpportunityReason> reasons = new ArrayList<>();
        for (String text : (String[]) array.getArray()) {
            String[] parts = text.split("\\|", REASON_PARTS);
            reasons.add(new OpportunityReason(
                    OpportunityReason.Source.of(parts[0]),
                    parts[1],
                    Integer.parseInt(parts[2]),
                    LocalDate.parse(parts[3]),
                    Boolean.parseBoolean(parts[4]),
                    Boolean.parseBoolean(parts[5])));
        }
        reasons.sort(Comparator.comparing(OpportunityReason::seenOn)
                .reversed()
                .thenComparing(OpportunityReason::source)
                .thenComparing(OpportunityReason::code));
        return reasons;
    }
}
