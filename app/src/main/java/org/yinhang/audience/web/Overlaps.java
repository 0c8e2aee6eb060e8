package org.yinhang.audience.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.yinhang.audience.SavedAudience;
import org.yinhang.audience.Selection;
import org.yinhang.audience.Selections;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.audience.Overlap;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.shared.Viewer;

/** Compares saved audiences. */
@Component
class Overlaps {

    private final Selections selections;

    Overlaps(Selections selections) {
        this.selections = selections;
    }

    /**
     * Compares those that can be read.
     *
     * @return empty before the tags were computed, and where fewer than two can be read
     * @throws FaultException GRP-1015 for more than {@value Overlap#MOST}
     */
    Optional<AudienceOverlap> of(List<SavedAudience> chosen, Viewer viewer) {
        if (chosen.size() > Overlap.MOST) {
            throw new FaultException(Fault.of(
                    "GRP-1015",
                    "%d audiences are more than can be compared at once.".formatted(chosen.size()),
                    "",
                    "Choose 2 to %d.".formatted(Overlap.MOST)));
        }
        return selections
                .within(viewer, selection -> compared(chosen, selection))
                .flatMap(found -> found);
    }

    private static Optional<AudienceOverlap> compared(List<SavedAudience> chosen, Selection selection) {
        List<AudienceOverlap.Member> members = new ArrayList<>();
        List<Audience> customers = new ArrayList<>();
        for (SavedAudience audience : chosen) {
            read(audience, selection).ifPresent(found -> {
                members.add(new AudienceOverlap.Member(audience.id(), audience.name(), found.count()));
                customers.add(found);
            });
        }
        if (members.size() < 2) {
            return Optional.empty();
        }
        Overlap overlap = Overlap.of(customers);
        return Optional.of(new AudienceOverlap(
                members,
                overlap.pairs(),
                overlap.combinations().stream()
                        .map(combination -> combination(combination, members))
                        .toList()));
    }

    private static AudienceOverlap.Combination combination(
            Overlap.Combination found, List<AudienceOverlap.Member> members) {
        List<Boolean> in = IntStream.range(0, members.size())
                .mapToObj(found.audiences()::contains)
                .toList();
        String predicate = IntStream.range(0, members.size())
                .mapToObj(i -> "customer %sin audience '%s'"
                        .formatted(
                                in.get(i) ? "" : "not ", members.get(i).name().replace("'", "''")))
                .collect(Collectors.joining("\nand "));
        return new AudienceOverlap.Combination(in, found.count(), predicate);
    }

    /** Empty for one that names a tag or list there no longer is. */
    static Optional<Audience> read(SavedAudience audience, Selection selection) {
        try {
            return Optional.of(selection.select(selection.read(audience.predicate())));
        } catch (PredicateException | FaultException e) {
            return Optional.empty();
        }
    }
}
