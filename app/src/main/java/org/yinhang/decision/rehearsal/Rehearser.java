package org.yinhang.decision.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.PickedColumns;
import org.yinhang.lake.tag.TagColumns;
import org.yinhang.lake.training.ScoredTags;
import org.yinhang.product.Offers;

/**
 * Puts every application of the past months to the policies in force and to those with a change, seeing each customer as
 * known on the first day of the month of the application, with scores by the models in force today. Whoever applied has
 * authorised the bureau query; whoever refused profiling gets the neutral answer, as today.
 */
final class Rehearser {

    private static final String BRANCH = "branch";
    private static final String GENDER = "gender";
    private static final String AGE = "age";
    private static final String PROFILING = "consent_profiling";

    private final Lake lake;
    private final Snapshot snapshot;
    private final ScoredTags tags;
    private final AsOf today;
    private final int threads;

    /**
     * Over a snapshot of the lake.
     *
     * @param today the business day; nothing of it or later is seen
     */
    Rehearser(Lake lake, Snapshot snapshot, ScoredTags tags, AsOf today, int threads) {
        this.lake = lake;
        this.snapshot = snapshot;
        this.tags = tags;
        this.today = today;
        this.threads = threads;
    }

    /**
     * Two sets of policies.
     *
     * @param before in force
     * @param after with the change
     * @param day for which both are taken: when the change begins
     * @param valuer what loans are worth
     */
    record Change(Offers before, Offers after, LocalDate day, Valuer valuer) {

        boolean lends(String product) {
            return before.products(day).contains(product) && after.products(day).contains(product);
        }

        /** Everything either side reads, without what is only asked on application. */
        Set<String> fields(Set<String> known) {
            Set<String> fields = new TreeSet<>();
            for (Offers offers : List.of(before, after)) {
                offers.products(day).forEach(product -> fields.addAll(offers.fields(product, day)));
            }
            fields.retainAll(known);
            return fields;
        }
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
        Set<String> known =
                tags.catalogue().tags().stream().map(tag -> tag.tag().id()).collect(Collectors.toSet());
        List<String> fields = List.copyOf(change.fields(known));
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
        Set<String> wanted = new TreeSet<>(fields);
        wanted.addAll(List.of(BRANCH, GENDER, AGE, PROFILING));
        PickedColumns picked = new PickedColumns(
                applications.stream().mapToInt(PastApplication::customer).toArray());
        TagColumns.read(
                lake,
                snapshot,
                tags.catalogue(),
                wanted,
                new AsOf(month, today.zone()),
                tags,
                threads,
                Progress.SILENT,
                picked);
        Map<String, Vector> columns = new LinkedHashMap<>();
        wanted.forEach(field -> columns.put(field, picked.whole(field)));
        List<Judged> judged = new ArrayList<>(applications.size());
        for (int row = 0; row < applications.size(); row++) {
            judged.add(judge(change, applications.get(row), fields, columns, row));
        }
        return judged;
    }

    private static Judged judge(
            Change change, PastApplication application, List<String> fields, Map<String, Vector> columns, int row) {
        Map<String, Value> values = new HashMap<>();
        columns.forEach((field, column) -> values.put(field, column.value(row)));
        Facts facts = leaf -> leaf instanceof Reference(var field)
                ? values.getOrDefault(field.name(), Value.missing())
                : Value.missing();
        boolean isNeutral = !(values.get(PROFILING) instanceof Value.Truth(boolean agreed) && agreed);
        return new Judged(
                application,
                text(values.get(BRANCH)),
                text(values.get(GENDER)),
                values.get(AGE) instanceof Value.Whole(long age) ? (int) age : -1,
                verdict(change.before(), change, application, facts, isNeutral),
                verdict(change.after(), change, application, facts, isNeutral),
                fields.stream()
                        .map(field -> values.getOrDefault(field, Value.missing()))
                        .toArray(Value[]::new));
    }

    private static Verdict verdict(
            Offers offers, Change change, PastApplication application, Facts facts, boolean isNeutral) {
        return Verdict.of(offers.assess(application.product(), facts, change.day(), isNeutral), change.valuer());
    }

    private static String text(@Nullable Value value) {
        return value instanceof Value.Text(String words) ? words : "";
    }
}
