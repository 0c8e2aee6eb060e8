package org.yinhang.decision.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.PickedColumns;
import org.yinhang.lake.tag.TagColumns;

/**
 * Puts every application of the past months to what is in force and to the same with a change, seeing each customer as known
 * on the first day of the month of the application, by the tags and models of either side. Whoever applied has authorised
 * the bureau query; whoever refused profiling gets the neutral answer, as today.
 */
final class Rehearser {

    private static final String BRANCH = "branch";
    private static final String GENDER = "gender";
    private static final String AGE = "age";
    private static final String PROFILING = "consent_profiling";

    private final Lake lake;
    private final Snapshot snapshot;
    private final AsOf today;
    private final int threads;

    /**
     * Over a snapshot of the lake.
     *
     * @param today the business day; nothing of it or later is seen
     */
    Rehearser(Lake lake, Snapshot snapshot, AsOf today, int threads) {
        this.lake = lake;
        this.snapshot = snapshot;
        this.today = today;
        this.threads = threads;
    }

    /**
     * What came of it.
     *
     * @param fields what the policies read, in the order of the facts of every row
     * @param rows the applications judged, month by month
     * @param left applications for products that do not lend any more
     */
    record Played(List<String> fields, List<Judged> rows, int left) {}

    /** Plays the whole months before today, the oldest first. */
    Played play(Change change, int months, Progress progress) {
        LocalDate thisMonth = today.day().withDayOfMonth(1);
        List<String> fields = change.fields();
        List<Judged> rows = new ArrayList<>();
        int left = 0;
        for (int back = months; back > 0; back--) {
            LocalDate month = thisMonth.minusMonths(back);
            progress.report(month.toString().substring(0, 7), months - back, months);
            List<PastApplication> applications = applications(month);
            List<PastApplication> lent = applications.stream()
                    .filter(application -> change.lends(application.product()))
                    .toList();
            left += applications.size() - lent.size();
            rows.addAll(judge(change, lent, fields, month));
        }
        progress.report("", months, months);
        return new Played(fields, rows, left);
    }

    private List<PastApplication> applications(LocalDate month) {
        try (LakeSession session = lake.read(snapshot, SessionSettings.INTERACTIVE)) {
            return PastApplicationRepository.read(session, month, month.plusMonths(1), today.day(), today.zone());
        }
    }

    private List<Judged> judge(
            Change change, List<PastApplication> applications, List<String> fields, LocalDate month) {
        if (applications.isEmpty()) {
            return List.of();
        }
        List<Known> before = known(change.before(), change.day(), applications, month);
        List<Known> after = change.seesAlike() ? before : known(change.after(), change.day(), applications, month);
        List<Judged> judged = new ArrayList<>(applications.size());
        for (int row = 0; row < applications.size(); row++) {
            judged.add(judge(change, applications.get(row), fields, before.get(row), after.get(row)));
        }
        return judged;
    }

    /** What one side knew of a customer. */
    private record Known(Map<String, Value> values) implements Facts {

        @Override
        public Value value(Leaf leaf) {
            return leaf instanceof Reference(var field) ? of(field.name()) : Value.missing();
        }

        Value of(String field) {
            return values.getOrDefault(field, Value.missing());
        }
    }

    /** Each customer as known by one side, in the order of the applications. */
    private List<Known> known(Change.Side side, LocalDate day, List<PastApplication> applications, LocalDate month) {
        Set<String> wanted = new TreeSet<>(side.fields(day));
        wanted.addAll(List.of(BRANCH, GENDER, AGE, PROFILING));
        PickedColumns picked = new PickedColumns(
                applications.stream().mapToInt(PastApplication::customer).toArray());
        TagColumns.read(
                lake,
                snapshot,
                side.tags().catalogue(),
                wanted,
                new AsOf(month, today.zone()),
                side.tags(),
                threads,
                Progress.SILENT,
                picked);
        Map<String, Vector> columns = new LinkedHashMap<>();
        wanted.forEach(field -> columns.put(field, picked.whole(field)));
        List<Known> known = new ArrayList<>(applications.size());
        for (int row = 0; row < applications.size(); row++) {
            Map<String, Value> values = new HashMap<>();
            for (Map.Entry<String, Vector> column : columns.entrySet()) {
                values.put(column.getKey(), column.getValue().value(row));
            }
            known.add(new Known(values));
        }
        return known;
    }

    private static Judged judge(
            Change change, PastApplication application, List<String> fields, Known before, Known after) {
        return new Judged(
                application,
                text(before.of(BRANCH)),
                text(before.of(GENDER)),
                before.of(AGE) instanceof Value.Whole(long age) ? (int) age : -1,
                verdict(change.before(), change, application, before),
                verdict(change.after(), change, application, after),
                fields.stream()
                        .map(field -> before.values().containsKey(field) ? before.of(field) : after.of(field))
                        .toArray(Value[]::new));
    }

    private static Verdict verdict(Change.Side side, Change change, PastApplication application, Known known) {
        boolean isNeutral = !(known.of(PROFILING) instanceof Value.Truth(boolean agreed) && agreed);
        return Verdict.of(side.offers().assess(application.product(), known, change.day(), isNeutral), change.valuer());
    }

    private static String text(Value value) {
        return value instanceof Value.Text(String words) ? words : "";
    }
}
