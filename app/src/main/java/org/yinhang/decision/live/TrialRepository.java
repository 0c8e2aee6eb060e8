package org.yinhang.decision.live;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.TrialFigures;

/** What versions on trial would have said, or did say, beside each live decision. */
@Repository
class TrialRepository {

    private final JdbcClient jdbc;

    TrialRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long decision, List<TrialAnswer> answers) {
        for (TrialAnswer answer : answers) {
            jdbc.sql("""
                            INSERT INTO decision_trial (decision, kind, id, version, decided, different, without_count, with_count,
                              without_rate, with_rate, without_limit, with_limit)
                            VALUES (:decision, :kind, :id, :version, :decided, :different, :without_count, :with_count,
                              :without_rate, :with_rate, :without_limit, :with_limit) ON CONFLICT DO NOTHING""")
                    .param("decision", decision)
                    .param("kind", word(answer.trial().definition().kind()))
                    .param("id", answer.trial().definition().id())
                    .param("version", answer.trial().version())
                    .param("decided", answer.decided())
                    .param("different", answer.different())
                    .param("without_count", answer.without().offered())
                    .param("with_count", answer.with().offered())
                    .param("without_rate", answer.without().ratePpm())
                    .param("with_rate", answer.with().ratePpm())
                    .param("without_limit", answer.without().limitFen())
                    .param("with_limit", answer.with().limitFen())
                    .update();
        }
    }

    /** Figures of a version over all of its trial. */
    TrialFigures of(PolicyVersion.Kind kind, String id, int version) {
        return jdbc.sql("""
                        SELECT count(*), count(*) FILTER (WHERE decided), count(*) FILTER (WHERE different),
                          count(*) FILTER (WHERE without_count > 0), count(*) FILTER (WHERE with_count > 0),
                          coalesce(avg(without_rate) FILTER (WHERE with_count > 0), 'NaN')::float8,
                          coalesce(avg(with_rate) FILTER (WHERE without_count > 0), 'NaN')::float8,
                          coalesce(avg(without_limit) FILTER (WHERE with_count > 0), 'NaN')::float8,
                          coalesce(avg(with_limit) FILTER (WHERE without_count > 0), 'NaN')::float8
                        FROM decision_trial WHERE kind = ? AND id = ? AND version = ?""")
                .params(word(kind), id, version)
                .query((row, number) -> new TrialFigures(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getDouble(6),
                        row.getDouble(7),
                        row.getDouble(8),
                        row.getDouble(9)))
                .single();
    }

    /**
     * A customer who was decided about while a version was on trial.
     *
     * @param day of the first decision
     * @param byVersion whether the version decided
     */
    record Answered(int customer, LocalDate day, boolean byVersion) {}

    /** Every customer decided about since an instant, by number. */
    List<Answered> answered(PolicyVersion.Kind kind, String id, int version, Instant since) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (e.customer) e.customer, e.day, t.decided
                        FROM decision_trial t JOIN decision_entry e ON e.id = t.decision
                        WHERE t.kind = ? AND t.id = ? AND t.version = ? AND e.recorded_at >= ? ORDER BY e.customer, e.id""")
                .params(word(kind), id, version, Timestamp.from(since))
                .query((row, _) -> new Answered(
                        row.getInt("customer"), row.getDate("day").toLocalDate(), row.getBoolean("decided")))
                .list();
    }

    private static String word(PolicyVersion.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
