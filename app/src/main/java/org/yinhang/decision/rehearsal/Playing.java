package org.yinhang.decision.rehearsal;

import java.util.Comparator;
import java.util.List;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;

/** Plays a change on the past months and adds up what it did. */
final class Playing {

    /** Months played where nobody says otherwise. */
    static final int MONTHS = 12;

    private Playing() {}

    static Rehearsal rehearse(
            Lake lake, Snapshot snapshot, AsOf today, Change change, int months, int threads, Progress progress) {
        Rehearser.Played played = new Rehearser(lake, snapshot, today, threads).play(change, months, progress);
        List<Judged> rows = played.rows();
        return new Rehearsal(
                today.day().withDayOfMonth(1).minusMonths(months),
                today.day().withDayOfMonth(1),
                change.day(),
                snapshot.version(),
                change.after().tags().models(),
                change.seenUntil(),
                rows.size(),
                played.left(),
                RehearsalFigures.side(rows, Judged::before),
                RehearsalFigures.side(rows, Judged::after),
                RehearsalFigures.really(rows),
                RehearsalFigures.swaps(rows),
                RehearsalFigures.reasons(rows),
                RehearsalFigures.parts(
                        rows, row -> row.application().day().toString().substring(0, 7)),
                RehearsalFigures.parts(rows, row -> row.application().product()),
                RehearsalFigures.parts(rows, Judged::branch).stream()
                        .sorted(Comparator.comparingInt(part -> -part.applications()))
                        .toList(),
                RehearsalFigures.groups(rows),
                OutcomeStudy.of(played, today.day())
                        .map(RehearsalFigures::study)
                        .orElse(null),
                RehearsalFigures.changed(rows),
                (int) rows.stream().filter(Judged::isChanged).count());
    }
}
