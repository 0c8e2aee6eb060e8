package org.yinhang.audience;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.audience.LookAlike;
import org.yinhang.core.audience.LookAlikeSettings;
import org.yinhang.core.audience.Workers;
import org.yinhang.core.audience.index.Index;
import org.yinhang.lake.tag.TagQuality;
import org.yinhang.lake.tag.TagReport;

/**
 * Customers most like those of a seed, and how good the model is that found them.
 *
 * @param seeds customers to resemble
 * @param others whom they are told from
 * @param auc on customers it has not learned from: the chance that one of the seed scores higher; 0.5 is guessing
 * @param influences every tag by how much it tells, the most telling first
 * @param left tags it did not look at, because the seed is defined by them
 * @param found the nearest of the others
 */
public record Likeness(
        int seeds, int others, double auc, List<LookAlike.Influence> influences, Set<String> left, Audience found) {

    /** Above this some tag very likely says the same as the seed's definition. */
    private static final double TOO_GOOD = 0.98;

    /** Below this the model hardly knows more than chance. */
    private static final double TOO_POOR = 0.6;

    public Likeness {
        influences = List.copyOf(influences);
        left = Set.copyOf(left);
    }

    /** How the quality reads: {@code good}, {@code poor} near guessing, {@code defined} where a tag gives the seed away. */
    public String reading() {
        return auc >= TOO_GOOD ? "defined" : auc < TOO_POOR ? "poor" : "good";
    }

    /** Learns from a seed and finds so many like it. */
    static Likeness of(
            Index index, Audience alike, Audience base, Set<String> left, int size, long seed, Workers workers) {
        LookAlikeSettings usual = LookAlikeSettings.usual(seed);
        LookAlike model = LookAlike.learn(
                index, alike, base, new LookAlikeSettings(left, usual.mostSeeds(), usual.mostOthers(), seed));
        Audience others = base.except(alike);
        return new Likeness(
                alike.count(),
                others.count(),
                model.auc(),
                model.influences(),
                left,
                model.nearest(others, size, workers));
    }

    /**
     * The tags that would only find the definition again: those the seed is defined by, those they stand on, and whatever
     * stands on any of these.
     */
    static Set<String> related(Collection<String> defining, TagReport report) {
        Set<String> related = new TreeSet<>(defining);
        // Tags stand in the order of computation: what a tag stands on comes before it.
        List<TagQuality> tags = report.tags();
        tags.reversed().stream().filter(tag -> related.contains(tag.id())).forEach(tag -> related.addAll(tag.reads()));
        tags.stream()
                .filter(tag -> tag.reads().stream().anyMatch(related::contains))
                .forEach(tag -> related.add(tag.id()));
        return related;
    }
}
