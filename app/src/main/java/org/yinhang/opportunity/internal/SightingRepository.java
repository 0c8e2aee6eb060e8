package org.yinhang.opportunity.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes what was found: a new row, or one more reason of the open row there is. */
@Repository
public class SightingRepository {

    private final JdbcClient jdbc;
    private final TeamRepository team;

    SightingRepository(JdbcClient jdbc, TeamRepository team) {
        this.jdbc = jdbc;
        this.team = team;
    }

    /**
     * What came of customers that were found.
     *
     * @param opened new opportunities
     * @param joined open ones that got one more reason
     */
    public record Outcome(int opened, int joined) {}

    /** The products for which these customers have an open opportunity. */
    public Map<Integer, Set<String>> openProducts(Collection<Integer> customers) {
        Map<Integer, Set<String>> open = new HashMap<>();
        jdbc.sql("SELECT customer, product FROM opportunity WHERE closed_at IS NULL AND customer = ANY(?)")
                .param(customers.toArray(Integer[]::new))
                .query((row, _) -> open.computeIfAbsent(row.getInt("customer"), _ -> new HashSet<>())
                        .add(row.getString("product")))
                .list();
        return open;
    }

    /** Of these touches, those that speak for an opportunity already. */
    public Set<Long> taken(Collection<Long> touches) {
        return Set.copyOf(jdbc.sql("SELECT touch FROM opportunity_task WHERE touch = ANY(?)")
                .param(touches.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** Of these customers, those for whom an opportunity of this reason was closed since. */
    public Set<Integer> closedSince(Sighting sighting, Collection<Integer> customers, Instant since) {
        return Set.copyOf(jdbc.sql("""
                SELECT DISTINCT o.customer FROM opportunity o JOIN opportunity_reason r ON r.opportunity = o.id
                WHERE o.customer = ANY(:customers) AND o.closed_at > :since AND r.source = :source AND r.code = :code""")
                .param("customers", customers.toArray(Integer[]::new))
                .param("since", Timestamp.from(since))
                .param("source", sighting.source().key())
                .param("code", sighting.code())
                .query(Integer.class)
                .list());
    }

    /** What writing these down would come to: who has no open opportunity for the product, and who has one without this reason. */
    public Outcome foresee(Sighting sighting, List<Found> found) {
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE o.id IS NULL) AS opened, count(*) FILTER (WHERE o.id IS NOT NULL AND r.opportunity IS NULL) AS joined
                FROM unnest(:customers::int[], :products::text[]) AS n (customer, product)
                LEFT JOIN opportunity o ON o.customer = n.customer AND o.product = n.product AND o.closed_at IS NULL
                LEFT JOIN opportunity_reason r ON r.opportunity = o.id AND r.source = :source AND r.code = :code""")
                .param("customers", found.stream().map(Found::customer).toArray(Integer[]::new))
                .param("products", found.stream().map(Found::product).toArray(String[]::new))
                .param("source", sighting.source().key())
                .param("code", sighting.code())
                .query((row, _) -> new Outcome(row.getInt("opened"), row.getInt("joined")))
                .single();
    }

    /** Of these customers, those who refused on the phone since. */
    public Set<Integer> refusedSince(Collection<Integer> customers, Instant since) {
        return Set.copyOf(jdbc.sql("""
                SELECT DISTINCT o.customer FROM opportunity o JOIN opportunity_contact n ON n.opportunity = o.id
                WHERE o.customer = ANY(:customers) AND n.at > :since AND n.outcome IN ('refused', 'opt-out')""")
                .param("customers", customers.toArray(Integer[]::new))
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .list());
    }

    /**
     * Writes customers down; done again with the same, it changes nothing.
     *
     * @param found no customer twice
     */
    @Transactional
    public Outcome add(Sighting sighting, List<Found> found) {
        team.lock();
        List<Row> rows = rows(sighting, found);
        Set<Long> reasons = reasons(sighting, rows);
        tasks(rows, found);
        events(sighting, reasons);
        return new Outcome((int) rows.stream().filter(Row::isNew).count(), (int) rows.stream()
                .filter(row -> !row.isNew() && reasons.contains(row.id()))
                .count());
    }

    /** The open row of a customer, and whether it is new. */
    private record Row(long id, int customer, boolean isNew) {}

    private List<Row> rows(Sighting sighting, List<Found> found) {
        return jdbc.sql("""
                INSERT INTO opportunity AS o (customer, product, stage, place, value_fen, chance, limit_fen, found_at, due_at, expires_on)
                SELECT n.customer, n.product, 'new', 'unassigned', nullif(n.value_fen, '')::bigint,
                       nullif(n.chance, '')::float8, nullif(n.limit_fen, '')::bigint, :at, :due, :expires
                FROM unnest(:customers::int[], :products::text[], :values::text[], :chances::text[], :limits::text[])
                     AS n (customer, product, value_fen, chance, limit_fen)
                ORDER BY n.customer
                ON CONFLICT (customer, product) WHERE closed_at IS NULL DO UPDATE SET
                    value_fen = coalesce(excluded.value_fen, o.value_fen),
                    chance = coalesce(excluded.chance, o.chance),
                    limit_fen = coalesce(excluded.limit_fen, o.limit_fen),
                    expires_on = greatest(o.expires_on, excluded.expires_on),
                    due_at = CASE WHEN o.stage = 'new' THEN least(o.due_at, excluded.due_at) ELSE o.due_at END
                RETURNING id, customer, (xmax = 0) AS is_new""")
                .param("at", sighting.at().atOffset(ZoneOffset.UTC))
                .param("due", sighting.dueAt().atOffset(ZoneOffset.UTC))
                .param("expires", sighting.expiresOn())
                .param("customers", found.stream().map(Found::customer).toArray(Integer[]::new))
                .param("products", found.stream().map(Found::product).toArray(String[]::new))
                .param("values", longs(found, Found::valueFen))
                .param("chances", chances(found))
                .param("limits", longs(found, Found::limitFen))
                .query((row, _) -> new Row(row.getLong("id"), row.getInt("customer"), row.getBoolean("is_new")))
                .list();
    }

    /** Numbers as texts, empty for none: the database makes numbers of them. */
    private static String[] longs(List<Found> found, Function<Found, OptionalLong> value) {
        return found.stream()
                .map(value)
                .map(number -> number.isPresent() ? Long.toString(number.getAsLong()) : "")
                .toArray(String[]::new);
    }

    private static String[] chances(List<Found> found) {
        return found.stream()
                .map(Found::chance)
                .map(number -> number.isPresent() ? Double.toString(number.getAsDouble()) : "")
                .toArray(String[]::new);
    }

    /** Of these opportunities, those for which the reason is new. */
    private Set<Long> reasons(Sighting sighting, List<Row> rows) {
        Set<Long> fresh = new HashSet<>();
        jdbc.sql("""
                INSERT INTO opportunity_reason (opportunity, source, code, version, seen_on, sensitive, bureau)
                SELECT id, :source, :code, :version, :day, :sensitive, :bureau FROM unnest(:ids::bigint[]) AS n (id)
                ON CONFLICT (opportunity, source, code) DO UPDATE SET
                    version = excluded.version, seen_on = excluded.seen_on, sensitive = excluded.sensitive, bureau = excluded.bureau
                RETURNING opportunity, (xmax = 0) AS is_new""")
                .param("source", sighting.source().key())
                .param("code", sighting.code())
                .param("version", sighting.version())
                .param("day", sighting.day())
                .param("sensitive", sighting.isSensitive())
                .param("bureau", sighting.isBureau())
                .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
                .query((row, _) -> {
                    if (row.getBoolean("is_new")) {
                        fresh.add(row.getLong("opportunity"));
                    }
                    return 0;
                })
                .list();
        return fresh;
    }

    /** Every task stays with its opportunity, however many one campaign makes. */
    private void tasks(List<Row> rows, List<Found> found) {
        Map<Integer, Long> of = rows.stream().collect(Collectors.toMap(Row::customer, Row::id));
        List<Long> touches = new ArrayList<>();
        List<Long> opportunities = new ArrayList<>();
        for (Found one : found) {
            for (long touch : one.tasks()) {
                touches.add(touch);
                opportunities.add(Objects.requireNonNull(of.get(one.customer())));
            }
        }
        if (!touches.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO opportunity_task (touch, opportunity)
                    SELECT * FROM unnest(?::bigint[], ?::bigint[]) ON CONFLICT DO NOTHING""")
                    .params(touches.toArray(Long[]::new), opportunities.toArray(Long[]::new))
                    .update();
        }
    }

    private void events(Sighting sighting, Collection<Long> opportunities) {
        jdbc.sql("""
                INSERT INTO opportunity_event (opportunity, at, by, kind, detail)
                SELECT id, :at, 'system', 'found', :detail FROM unnest(:ids::bigint[]) AS n (id) ORDER BY id""")
                .param("at", sighting.at().atOffset(ZoneOffset.UTC))
                .param(
                        "detail",
                        sighting.source().key() + " " + sighting.code()
                                + (sighting.version() == 0 ? "" : " v" + sighting.version()))
                .param("ids", opportunities.toArray(Long[]::new))
                .update();
    }
}
