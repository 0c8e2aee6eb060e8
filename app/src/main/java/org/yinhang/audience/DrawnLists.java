package org.yinhang.audience;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.audience.Samples;
import org.yinhang.core.audience.Strata.Stratum;
import org.yinhang.shared.Viewer;

/** Draws customers from an audience into a list that stays: at random, by strata, alike, or as of an earlier day. */
@Service
public class DrawnLists {

    private final Selections selections;
    private final PastAudiences past;
    private final CustomerLists lists;

    DrawnLists(Selections selections, PastAudiences past, CustomerLists lists) {
        this.selections = selections;
        this.past = past;
        this.lists = lists;
    }

    /**
     * How to draw.
     *
     * @param size how many; the whole audience when it has fewer
     * @param stratum the tag whose classes share the sample in proportion to their size; empty for a plain sample
     * @param seed the same one draws the same customers
     */
    public record Draw(int size, Optional<String> stratum, long seed) {}

    /**
     * A class of a stratified sample.
     *
     * @param stratum the class and its members
     * @param drawn those drawn from it
     */
    public record Part(Stratum stratum, Audience drawn) {}

    /**
     * A sample.
     *
     * @param members of the audience
     * @param drawn those of the sample
     * @param parts by class; none for a plain sample
     */
    public record Sample(int members, Audience drawn, List<Part> parts) {

        public Sample {
            parts = List.copyOf(parts);
        }
    }

    /** Draws and keeps nothing. */
    public Sample draw(String predicate, Draw draw, Viewer viewer) {
        return selections
                .within(viewer, selection -> {
                    Audience members = selection.select(selection.read(predicate));
                    int size = Math.max(0, draw.size());
                    if (draw.stratum().isEmpty()) {
                        return new Sample(members.count(), Samples.random(members, size, draw.seed()), List.of());
                    }
                    List<Stratum> strata =
                            selection.strata(members, draw.stratum().get());
                    List<Audience> samples = Samples.stratified(
                            strata.stream().map(Stratum::members).toList(), size, draw.seed());
                    Audience all = samples.stream().reduce(Audience.of(), Audience::union);
                    return new Sample(
                            members.count(),
                            all,
                            IntStream.range(0, strata.size())
                                    .mapToObj(i -> new Part(strata.get(i), samples.get(i)))
                                    .toList());
                })
                .orElseThrow(Audiences::noTags);
    }

    /** Learns what an audience is like and keeps nothing. */
    public Likeness alike(String predicate, int size, long seed, Viewer viewer) {
        return selections
                .within(viewer, selection -> selection.alike(selection.read(predicate), size, seed))
                .orElseThrow(Audiences::noTags);
    }

    /** Keeps a sample as a list. */
    public CustomerList keepSample(String name, String predicate, Draw draw, Viewer viewer) {
        Sample sample = draw(predicate, draw, viewer);
        return lists.keep(
                name,
                sample.drawn(),
                origin(ListOrigin.Way.SAMPLE, predicate, today(viewer), draw.stratum(), draw.seed(), Optional.empty()),
                viewer);
    }

    /** Keeps those most like an audience as a list, with the quality of the model. */
    public CustomerList keepAlike(String name, String predicate, int size, long seed, Viewer viewer) {
        Likeness found = alike(predicate, size, seed, viewer);
        return lists.keep(
                name,
                found.found(),
                origin(
                        ListOrigin.Way.LOOK_ALIKE,
                        predicate,
                        today(viewer),
                        Optional.empty(),
                        seed,
                        Optional.of(found.auc())),
                viewer);
    }

    /** Keeps whom a predicate would have meant on a day as a list. */
    public CustomerList keepDay(String name, String predicate, LocalDate day, Viewer viewer) {
        return lists.keep(
                name,
                past.on(day, predicate, viewer).then(),
                new ListOrigin(
                        ListOrigin.Way.DAY,
                        predicate,
                        Optional.of(day),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                viewer);
    }

    private static ListOrigin origin(
            ListOrigin.Way way,
            String predicate,
            LocalDate asOf,
            Optional<String> stratum,
            long seed,
            Optional<Double> auc) {
        return new ListOrigin(way, predicate, Optional.of(asOf), stratum, Optional.of(seed), auc);
    }

    private LocalDate today(Viewer viewer) {
        return selections
                .within(viewer, selection -> selection.tags().asOf().day())
                .orElseThrow(Audiences::noTags);
    }
}
