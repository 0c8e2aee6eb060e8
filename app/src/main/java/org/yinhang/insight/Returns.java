package org.yinhang.insight;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.attribution.AttributionReport;
import org.yinhang.lake.attribution.AttributionRun;
import org.yinhang.lake.attribution.Breakdown;
import org.yinhang.lake.attribution.Lateness;
import org.yinhang.lake.attribution.VintageReport;
import org.yinhang.lake.attribution.VintageRun;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.lake.increment.IncrementRun;
import org.yinhang.shared.BusinessClock;

/** What touches cost and brought, for the pages: what they are credited with, what they truly added, and how the loans aged. */
@Component
public class Returns {

    /** For how many days before its payout a touch can have led to a loan, where loans are told apart by their source. */
    public static final int SOURCE_DAYS = 60;

    private static final int KEPT = 32;

    private final Lake lake;
    private final BusinessClock clock;
    private final KeptAnswers<Asked, AttributionReport> credits = new KeptAnswers<>(KEPT);
    private final KeptAnswers<Asked, Map<String, IncrementReport>> increments = new KeptAnswers<>(KEPT);
    private final KeptAnswers<Asked, VintageReport> vintages = new KeptAnswers<>(KEPT);

    private record Asked(long snapshot, Object question) {}

    Returns(Lake lake, BusinessClock clock) {
        this.lake = lake;
        this.clock = clock;
    }

    /**
     * A period and a view of it.
     *
     * @param from the first day
     * @param until the day after the last
     * @param windowDays for how long a touch can lead to a loan
     * @param by by what is told apart
     * @param only of these values only
     * @param branches only customers these branches keep; empty for all
     */
    public record Question(
            LocalDate from,
            LocalDate until,
            int windowDays,
            Breakdown by,
            Map<Breakdown, String> only,
            Optional<Set<String>> branches) {

        public Question {
            only = Map.copyOf(only);
            branches = branches.map(Set::copyOf);
        }
    }

    /** Whether anything is loaded. */
    public boolean isReady() {
        return lake.currentVersion() > 0;
    }

    /** The first day of which nothing is known yet. */
    public LocalDate knownUntil() {
        return KnownDay.of(lake.current(), clock).day();
    }

    /** What touches are credited with. */
    public AttributionReport credits(Question question) {
        Snapshot snapshot = lake.current();
        AttributionRun.Settings settings = new AttributionRun.Settings(
                KnownDay.of(snapshot, clock),
                question.from,
                question.until,
                question.windowDays,
                question.by,
                question.only,
                question.branches);
        return credits.of(
                new Asked(snapshot.version(), settings),
                () -> AttributionRun.count(lake, snapshot, settings, Progress.SILENT));
    }

    /**
     * What the random assignments of the period say each value truly added. Empty where chance says nothing: by person, within a
     * value, or for a part of the bank.
     */
    public Map<String, IncrementReport> increments(Question question) {
        Optional<IncrementRun.Part> part = part(question.by);
        if (part.isEmpty() || !question.only.isEmpty() || question.branches.isPresent()) {
            return Map.of();
        }
        Snapshot snapshot = lake.current();
        IncrementRun.Settings settings = new IncrementRun.Settings(
                KnownDay.of(snapshot, clock), Optional.empty(), false, question.from, question.until);
        return increments.of(
                new Asked(snapshot.version(), Map.of(part.get(), settings)),
                () -> IncrementRun.measureBy(part.get(), lake, snapshot, settings, Progress.SILENT));
    }

    private static Optional<IncrementRun.Part> part(Breakdown by) {
        return switch (by) {
            case CHANNEL -> Optional.of(IncrementRun.Part.CHANNEL);
            case CAMPAIGN -> Optional.of(IncrementRun.Part.CAMPAIGN);
            case PRODUCT -> Optional.of(IncrementRun.Part.PRODUCT);
            case BRANCH -> Optional.of(IncrementRun.Part.BRANCH);
            case STAFF -> Optional.empty();
        };
    }

    /** How the loans of a period aged. */
    public VintageReport vintage(
            LocalDate from,
            LocalDate until,
            Lateness lateness,
            int months,
            VintageRun.By by,
            Optional<Set<String>> branches) {
        Snapshot snapshot = lake.current();
        AsOf asOf = KnownDay.of(snapshot, clock);
        VintageRun.Settings settings =
                new VintageRun.Settings(asOf, from, until, SOURCE_DAYS, lateness, months, by, branches);
        return vintages.of(
                new Asked(snapshot.version(), settings),
                () -> VintageRun.count(lake, snapshot, settings, Progress.SILENT));
    }
}
