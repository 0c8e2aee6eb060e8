package org.yinhang.lake.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a run found about one tag.
 *
 * @param id the tag
 * @param version the version of its definition
 * @param figures how its values lie
 * @param drift population stability index against the run before; empty when there is none to compare with
 * @param staleDays days since the oldest of its sources was last loaded; empty when it reads no loaded table
 * @param verdicts what its quality rules say
 * @param sources the lake's columns it reads itself
 * @param reads the tags it reads
 */
public record TagQuality(
        String id,
        int version,
        TagFigures figures,
        Optional<Double> drift,
        OptionalLong staleDays,
        List<Verdict> verdicts,
        SortedSet<String> sources,
        SortedSet<String> reads) {

    /** Longest time a source may be older than the tag's own refresh, in days, before the tag counts as stale. */
    private static final int PATIENCE = 1;

    public TagQuality {
        verdicts = List.copyOf(verdicts);
        sources = new TreeSet<>(sources);
        reads = new TreeSet<>(reads);
    }

    /**
     * One rule and whether it holds.
     *
     * @param rule coverage, largest, drift or freshness
     * @param bound what is allowed
     * @param found what is
     */
    public record Verdict(String rule, double bound, double found, boolean holds) {}

    /** Whether every rule holds. */
    public boolean isSound() {
        return verdicts.stream().allMatch(Verdict::holds);
    }

    static TagQuality of(CompiledTag tag, TagFigures figures, Optional<TagFigures> before, OptionalLong staleDays) {
        Optional<Double> drift = before.map(then -> Drift.between(then, figures));
        List<Verdict> verdicts = new ArrayList<>();
        QualityRule rule = tag.tag().quality();
        rule.coverage()
                .ifPresent(least -> verdicts.add(new Verdict(
                        "coverage",
                        least.doubleValue(),
                        figures.coverage(),
                        figures.coverage() >= least.doubleValue())));
        rule.largest()
                .ifPresent(most -> verdicts.add(new Verdict(
                        "largest", most.doubleValue(), figures.largest(), figures.largest() <= most.doubleValue())));
        rule.drift()
                .ifPresent(most -> drift.ifPresent(moved ->
                        verdicts.add(new Verdict("drift", most.doubleValue(), moved, moved <= most.doubleValue()))));
        int patience = tag.tag().governance().refresh().days() + PATIENCE;
        staleDays.ifPresent(days -> verdicts.add(new Verdict("freshness", patience, days, days <= patience)));
        return new TagQuality(
                tag.id(),
                tag.tag().governance().version(),
                figures,
                drift,
                staleDays,
                verdicts,
                new TreeSet<>(tag.sources()),
                new TreeSet<>(tag.tags()));
    }
}
