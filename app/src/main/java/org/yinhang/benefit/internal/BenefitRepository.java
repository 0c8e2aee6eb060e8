package org.yinhang.benefit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.benefit.Benefit;
import org.yinhang.benefit.BenefitKind;
import org.yinhang.benefit.BenefitState;
import org.yinhang.benefit.BenefitTerms;
import org.yinhang.benefit.EarnedBy;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** Benefits with what is promised of them. */
@Repository
public class BenefitRepository {

    private static final Map<String, String> SORTS = Map.of(
            "code", "code", "until", "until_day", "stock", "stock", "promised", "promised", "redeemed", "redeemed");

    private final JdbcClient jdbc;

    BenefitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a proposal. */
    public void add(BenefitTerms terms, String by, Instant at) {
        jdbc.sql("""
                INSERT INTO benefit (code, name, kind, product, cut_ppm, points, worth_fen, stock, budget_fen, from_day, until_day,
                    valid_days, most_each, earned_by, state, made_by, made_at)
                VALUES (:code, :name, :kind, :product, :cut, :points, :worth, :stock, :budget, :from, :until, :valid, :each, :earned,
                    'proposed', :by, :at)""")
                .params(parameters(terms, by, at))
                .param("code", terms.code())
                .update();
    }

    /** Changes one nobody approved; false where somebody did. */
    public boolean change(long id, BenefitTerms terms, String by, Instant at) {
        return jdbc.sql("""
                UPDATE benefit SET name = :name, kind = :kind, product = :product, cut_ppm = :cut, points = :points,
                    worth_fen = :worth, stock = :stock, budget_fen = :budget, from_day = :from, until_day = :until,
                    valid_days = :valid, most_each = :each, earned_by = :earned, state = 'proposed', made_by = :by, made_at = :at
                WHERE id = :id AND state IN ('proposed', 'returned')""").params(parameters(terms, by, at)).param("id", id).update() > 0;
    }

    private static Map<String, Object> parameters(BenefitTerms terms, String by, Instant at) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("name", terms.name());
        parameters.put("kind", terms.kind().key());
        parameters.put("product", terms.product());
        parameters.put("cut", terms.cut().ppm());
        parameters.put("points", terms.points());
        parameters.put("worth", terms.worth().fen());
        parameters.put("stock", terms.stock());
        parameters.put("budget", terms.budget().fen());
        parameters.put("from", terms.from());
        parameters.put("until", terms.until());
        parameters.put("valid", terms.validDays());
        parameters.put("each", terms.mostEach());
        parameters.put("earned", terms.earnedBy().key());
        parameters.put("by", by);
        parameters.put("at", at.atOffset(ZoneOffset.UTC));
        return parameters;
    }

    /** Moves one on; false from another state. */
    public boolean move(long id, Set<BenefitState> from, BenefitState to, String by, String reason, Instant at) {
        return jdbc.sql("""
                UPDATE benefit SET state = ?, decided_by = ?, decided_at = ?, reason = ? WHERE id = ? AND state = ANY(?)""")
                        .params(
                                to.key(),
                                by,
                                at.atOffset(ZoneOffset.UTC),
                                reason,
                                id,
                                from.stream().map(BenefitState::key).toArray(String[]::new))
                        .update()
                > 0;
    }

    /** The benefit of a code. */
    public Optional<Benefit> find(String code) {
        return jdbc.sql("SELECT * FROM benefit WHERE code = ?")
                .param(code)
                .query(BenefitRepository::benefit)
                .optional();
    }

    /** The benefit of a code, kept from changing until the transaction ends. */
    public Optional<Benefit> held(String code) {
        return jdbc.sql("SELECT * FROM benefit WHERE code = ? FOR UPDATE")
                .param(code)
                .query(BenefitRepository::benefit)
                .optional();
    }

    /** Adds to what is promised and redeemed; either may be negative. */
    void count(long id, long promised, long redeemed) {
        jdbc.sql("UPDATE benefit SET promised = promised + ?, redeemed = redeemed + ? WHERE id = ?")
                .params(promised, redeemed, id)
                .update();
    }

    /** Those that may be promised on a day or later, by name. */
    public List<Benefit> open(LocalDate day) {
        return jdbc.sql("SELECT * FROM benefit WHERE state = 'open' AND until_day >= ? ORDER BY name, id")
                .param(day)
                .query(BenefitRepository::benefit)
                .list();
    }

    /** One page, the newest first. */
    public Slice<Benefit> page(ListQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder(" WHERE true");
        if (!query.text().isBlank()) {
            where.append(" AND (code ILIKE :like OR name ILIKE :like)");
            parameters.put("like", "%" + query.text() + "%");
        }
        for (String filter : List.of("kind", "state")) {
            query.filter(filter).ifPresent(value -> {
                where.append(" AND ").append(filter).append(" = :").append(filter);
                parameters.put(filter, value);
            });
        }
        long total = jdbc.sql("SELECT count(*) FROM benefit" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        String sort = SORTS.get(query.sort());
        String order = sort == null ? "id DESC" : sort + (query.isDescending() ? " DESC" : "") + ", id";
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<Benefit> rows = jdbc.sql(
                        "SELECT * FROM benefit" + where + " ORDER BY " + order + " LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(BenefitRepository::benefit)
                .list();
        return new Slice<>(rows, total);
    }

    private static Benefit benefit(ResultSet row, int number) throws SQLException {
        return new Benefit(
                row.getLong("id"),
                new BenefitTerms(
                        row.getString("code"),
                        row.getString("name"),
                        BenefitKind.of(row.getString("kind")),
                        row.getString("product"),
                        new Rate(row.getInt("cut_ppm")),
                        row.getInt("points"),
                        Money.ofFen(row.getLong("worth_fen")),
                        row.getLong("stock"),
                        Money.ofFen(row.getLong("budget_fen")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        row.getInt("valid_days"),
                        row.getInt("most_each"),
                        EarnedBy.of(row.getString("earned_by"))),
                BenefitState.of(row.getString("state")),
                row.getLong("promised"),
                row.getLong("redeemed"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                row.getString("reason"));
    }
}
