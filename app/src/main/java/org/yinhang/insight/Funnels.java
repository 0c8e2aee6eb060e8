package org.yinhang.insight;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.funnel.FunnelFile;
import org.yinhang.lake.funnel.FunnelResult;
import org.yinhang.lake.funnel.FunnelRun;
import org.yinhang.lake.funnel.PathMoment;
import org.yinhang.shared.BusinessClock;

/** Counts funnels for the pages, and remembers what was counted of the same data. */
@Component
public class Funnels {

    private static final int KEPT = 32;

    private final Lake lake;
    private final BusinessClock clock;
    private final KeptAnswers<Asked, FunnelResult> kept = new KeptAnswers<>(KEPT);

    private record Asked(long snapshot, LocalDate day, String declaration) {}

    Funnels(Lake lake, BusinessClock clock) {
        this.lake = lake;
        this.clock = clock;
    }

    /**
     * Counts a declaration over everything known before the business day.
     *
     * @throws org.yinhang.core.fault.FaultException with all that is wrong in it
     */
    public FunnelResult count(String declaration) {
        Snapshot snapshot = lake.current();
        AsOf asOf = asOf(snapshot);
        return kept.of(
                new Asked(snapshot.version(), asOf.day(), declaration),
                () -> FunnelRun.count(
                        lake,
                        snapshot,
                        FunnelFile.parse(declaration, "funnel"),
                        asOf,
                        FunnelRun.Settings.DEFAULT,
                        Progress.SILENT));
    }

    /** The path of an anonymous customer who stopped at a step, from 0; empty where nobody did. */
    public List<PathMoment> path(String declaration, FunnelResult counted, int step) {
        if (step < 0
                || step >= counted.examples().size()
                || counted.examples().get(step).isEmpty()) {
            return List.of();
        }
        Snapshot snapshot = lake.current();
        return FunnelRun.replay(
                lake,
                snapshot,
                FunnelFile.parse(declaration, "funnel"),
                asOf(snapshot),
                counted.examples().get(step).getAsInt());
    }

    /** The last day on which a journey that counts began. */
    public LocalDate lastBegin(FunnelResult counted) {
        return counted.until().minusNanos(1).atZone(clock.zone()).toLocalDate();
    }

    /** Whether anything is loaded. */
    public boolean isReady() {
        return lake.currentVersion() > 0;
    }

    private AsOf asOf(Snapshot snapshot) {
        return KnownDay.of(snapshot, clock);
    }
}
