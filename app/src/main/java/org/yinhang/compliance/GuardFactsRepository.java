package org.yinhang.compliance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.feature.FeatureTable;

/**
 * Reads from the lake what the guards must know of each candidate, as it stood before the contact. A general refusal takes
 * back what was agreed to before, channel by channel.
 */
public final class GuardFactsRepository {

    private final LakeSession session;

    /** Over a session in which a feature table has just been read, so that its observations are there. */
    public GuardFactsRepository(LakeSession session) {
        this.session = session;
    }

    /** One subject per candidate, in the order of the feature table. */
    public List<GuardSubject> subjects(FeatureTable observations) {
        int history = observations.history();
        int candidates = observations.candidates();
        List<Map<String, Boolean>> consents = IntStream.range(0, candidates)
                .<Map<String, Boolean>>mapToObj(i -> new HashMap<>())
                .toList();
        session.each(
                """
                WITH said AS (
                  SELECT o.o, coalesce(c.channel, '') AS channel, arg_max(c.granted, (c.occurred_at, c.id)) AS granted,
                         max(c.occurred_at) AS at
                  FROM observations o JOIN consents c ON c.customer = o.customer AND c.occurred_at <= o.as_of
                  WHERE o.o >= ? AND c.purpose = 'marketing' GROUP BY ALL)
                SELECT s.o, s.channel, s.granted AND NOT coalesce(NOT g.granted AND g.at > s.at, false)
                FROM said s LEFT JOIN said g ON g.o = s.o AND g.channel = ''
                """,
                row -> consents.get((int) (row.getLong(1) - history)).put(row.getString(2), row.getBoolean(3)),
                history);
        boolean[] profilingRefused = flags(candidates, history, """
                SELECT o.o FROM observations o
                JOIN consents c ON c.customer = o.customer AND c.occurred_at <= o.as_of
                WHERE o.o >= ? AND c.purpose = 'profiling'
                GROUP BY o.o HAVING NOT arg_max(c.granted, (c.occurred_at, c.id))
                """);
        boolean[] complaintOpen = flags(candidates, history, """
                SELECT DISTINCT o FROM (
                  SELECT o.o, arg_max(c.stage, (c.occurred_at, c.id)) AS stage FROM observations o
                  JOIN complaints c ON c.customer = o.customer AND c.occurred_at <= o.as_of
                  WHERE o.o >= ? GROUP BY o.o, c.complaint) WHERE stage = 'opened'
                """);
        boolean[] loanOverdue = flags(candidates, history, """
                SELECT DISTINCT o FROM (
                  SELECT o.o, arg_max(l.dpd, (l.occurred_at, l.recorded_at)) AS dpd FROM observations o
                  JOIN loans l ON l.customer = o.customer AND l.occurred_at <= o.as_of
                  WHERE o.o >= ? GROUP BY o.o, l.loan) WHERE dpd > 0
                """);
        boolean[] deceased = new boolean[candidates];
        int[] ages = new int[candidates];
        session.each(
                """
                SELECT o.o, coalesce(c.deceased, false),
                coalesce(date_diff('day', c.birth_date, CAST(o.as_of AS DATE)) // 365.2425, c.age, -1)
                FROM observations o ASOF JOIN (SELECT * FROM customers ORDER BY customer, occurred_at) c
                ON c.customer = o.customer AND o.as_of >= c.occurred_at WHERE o.o >= ?
                """,
                row -> {
                    int candidate = (int) (row.getLong(1) - history);
                    deceased[candidate] = row.getBoolean(2);
                    ages[candidate] = (int) row.getDouble(3);
                },
                history);
        List<GuardSubject> subjects = new ArrayList<>(candidates);
        for (int i = 0; i < candidates; i++) {
            int row = history + i;
            int days = observations.daysSincePrevious()[row];
            subjects.add(new GuardSubject(
                    consents.get(i),
                    profilingRefused[i],
                    complaintOpen[i],
                    loanOverdue[i],
                    deceased[i],
                    ages[i] > 0 ? OptionalInt.of(ages[i]) : OptionalInt.empty(),
                    observations.attempts()[row],
                    observations.previousRefused()[row],
                    days >= 0 ? OptionalInt.of(days) : OptionalInt.empty()));
        }
        return subjects;
    }

    private boolean[] flags(int candidates, int history, String sql) {
        boolean[] flags = new boolean[candidates];
        session.each(sql, row -> flags[(int) (row.getLong(1) - history)] = true, history);
        return flags;
    }
}
