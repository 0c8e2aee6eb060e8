package org.yinhang.decision.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.TrialOutcomes;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

/** Decisions of two months ago, half of them by a challenger, beside what the lake knows of their customers since. */
@ApplicationTest
class TrialOutcomesTests {

    private static final String TABLE = "test_outcomes";
    private static final int CUSTOMERS = 1_000;

    @Autowired
    private TrialResults results;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Lake lake;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    private final Instant since = Instant.now().minusSeconds(3_600);

    @BeforeEach
    void bank() {
        FilledBank.fill(jobs, clock);
    }

    /** The ledger is append-only and shared with other tests. */
    @AfterEach
    void forget() {
        jdbc.sql("ALTER TABLE decision_entry DISABLE TRIGGER USER").update();
        jdbc.sql("DELETE FROM decision_trial WHERE id = ?").param(TABLE).update();
        jdbc.sql("DELETE FROM decision_entry WHERE request LIKE 'outcome-%'").update();
        jdbc.sql("ALTER TABLE decision_entry ENABLE TRIGGER USER").update();
    }

    private void decided(String name, LocalDate day, Instant at, boolean isTrialOfAll) {
        jdbc.sql("""
                WITH made AS (
                  INSERT INTO decision_entry (request, customer, channel, day, recorded_at, asked_by, offered, refused, content, digest)
                  SELECT 'outcome-' || ? || '-' || n, n, 'app', ?, ?, 'test', '{}', '{}', '', '' FROM generate_series(0, ?) n
                  RETURNING id, customer)
                INSERT INTO decision_trial (decision, kind, id, version, decided, different, without_count, with_count)
                SELECT id, 'table', ?, 1, ? AND customer % 2 = 0, true, 1, 0 FROM made""")
                .params(name, Date.valueOf(day), Timestamp.from(at), CUSTOMERS - 1, TABLE, isTrialOfAll)
                .update();
    }

    private TrialOutcomes outcomes() {
        return results.outcomes(PolicyVersion.Kind.TABLE, TABLE, 1, since);
    }

    private Set<Integer> applied(LocalDate day, String stage, int parity) {
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            return new HashSet<>(session.query(
                    """
                    SELECT DISTINCT customer FROM applications WHERE customer < %d AND customer %% 2 = %d AND stage = '%s'
                    AND application IN (SELECT application FROM applications WHERE stage = 'submitted'
                      AND occurred_at >= TIMESTAMP '%s' - INTERVAL 8 HOUR AND occurred_at < TIMESTAMP '%s' - INTERVAL 8 HOUR)""".formatted(CUSTOMERS, parity, stage, day, day.plusDays(30)), row -> row.getInt(1)));
        }
    }

    @Test
    void applicationsAfterTheFirstDecisionCountForWhoAnswered() {
        LocalDate day = clock.today().minusDays(60);
        decided("first", day, Instant.now(), true);
        decided("again", clock.today(), Instant.now(), true);

        TrialOutcomes found = outcomes();

        assertThat(found.with().customers()).isEqualTo(CUSTOMERS / 2);
        assertThat(found.without().customers()).isEqualTo(CUSTOMERS / 2);
        assertThat(found.waiting()).isZero();
        assertThat(found.with().applied())
                .isEqualTo(applied(day, "submitted", 0).size())
                .isPositive();
        assertThat(found.without().applied())
                .isEqualTo(applied(day, "submitted", 1).size());
        assertThat(found.with().approved()).isLessThanOrEqualTo(found.with().applied());
        assertThat(found.with().disbursed()).isLessThanOrEqualTo(found.with().approved());
        assertThat(found.with().bad()).isLessThanOrEqualTo(found.with().disbursed());
        Interval more = found.moreApplied();
        assertThat(more.contains(found.with().appliedRate() - found.without().appliedRate()))
                .isTrue();
        assertThat(more.contains(0)).as("parity of the number changes nothing").isTrue();
    }

    @Test
    void youngDecisionsWaitAndThoseOfTheShadowDoNotCount() {
        decided("shadow", clock.today().minusDays(60), since.minusSeconds(60), false);
        decided("young", clock.today().minusDays(5), Instant.now(), true);
        TrialOutcomes found = outcomes();
        assertThat(found.isKnown()).isFalse();
        assertThat(found.waiting()).isEqualTo(CUSTOMERS);
        assertThat(found.with().appliedRate()).isZero();
    }
}
