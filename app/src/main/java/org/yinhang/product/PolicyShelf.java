package org.yinhang.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.ingest.LakeReader;
import org.yinhang.lake.tag.Tag;
import org.yinhang.product.internal.PolicyRepository;
import org.yinhang.product.internal.ReleaseRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.tag.TagDefinitions;

/** Products and policies ready to be asked, as they stand now and as they stood right after any release. */
@Component
class PolicyShelf {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PolicyRepository definitions;
    private final ReleaseRepository releases;
    private final TagDefinitions tags;
    private final LakeReader lake;
    private final BusinessClock clock;
    private final PolicyBook shipped = PolicyFile.bundled();
    private volatile @Nullable Ready ready;

    PolicyShelf(
            PolicyRepository definitions,
            ReleaseRepository releases,
            TagDefinitions tags,
            LakeReader lake,
            BusinessClock clock) {
        this.definitions = definitions;
        this.releases = releases;
        this.tags = tags;
        this.lake = lake;
        this.clock = clock;
    }

    /**
     * What is ready and what it was made ready from.
     *
     * @param earlier offers of earlier releases, made when first asked for
     * @param nanos when it was last looked at
     */
    record Ready(
            long snapshot,
            Map<String, Tag> tags,
            Catalogue catalogue,
            Set<String> bureau,
            Offers offers,
            Map<Long, Offers> earlier,
            long nanos) {

        private Ready seen(long now) {
            return new Ready(snapshot, tags, catalogue, bureau, offers, earlier, now);
        }
    }

    /** What ships. */
    PolicyBook shipped() {
        return shipped;
    }

    /** Keeps from answering with what was ready before. */
    void forget() {
        ready = null;
    }

    /**
     * What is ready now; made anew when a release, the tags or the lake have changed. Every decision asks, so what changed in
     * another process is looked for at most once a second.
     */
    Ready ready() {
        Ready present = ready;
        if (present != null && System.nanoTime() - present.nanos() < FRESH_NANOS) {
            return present;
        }
        long now = System.nanoTime();
        long release = releases.newest();
        long snapshot = lake.snapshot().version();
        Map<String, Tag> known = tags.byId();
        if (present == null
                || present.offers().release() != release
                || present.snapshot() != snapshot
                || !present.tags().equals(known)) {
            Catalogue catalogue = PolicyFields.catalogue(known.values());
            present = new Ready(
                    snapshot,
                    known,
                    catalogue,
                    PolicyFields.bureau(known.values()),
                    offers(release, catalogue),
                    new ConcurrentHashMap<>(),
                    now);
        } else {
            present = present.seen(now);
        }
        ready = present;
        return present;
    }

    /** Offers as they stood right after a release. */
    Offers offers(long release) {
        Ready present = ready();
        return present.offers().release() == release
                ? present.offers()
                : present.earlier().computeIfAbsent(release, number -> offers(number, present.catalogue()));
    }

    private Offers offers(long release, Catalogue catalogue) {
        Map<String, PolicyVersion> approved = new HashMap<>();
        definitions
                .approved()
                .forEach(version -> approved.put(name(version.kind(), version.id(), version.version()), version));
        PolicyBook book = shipped;
        List<PolicyTrial> trials = new ArrayList<>();
        for (PolicyRelease standing : releases.standing(release)) {
            PolicyVersion version = Objects.requireNonNull(
                    approved.get(name(standing.kind(), standing.id(), standing.version())), "a released version");
            Definition definition = Definition.read(version.yaml()).withVersion(version.version());
            if (standing.stage() == PolicyRelease.Stage.IN_FORCE) {
                book = book.with(definition);
            } else if (standing.stage().isTrial()) {
                trials.add(new PolicyTrial(definition, version.version(), standing.share()));
            }
        }
        List<ReferenceRates.Quote> quotes = lake.read(PolicyRepository::quotes);
        return Offers.of(
                quotes.isEmpty() ? book : book.with(ReferenceRates.of(quotes)),
                trials,
                release,
                catalogue,
                clock.zone());
    }

    private static String name(PolicyVersion.Kind kind, String id, int version) {
        return kind + ":" + id + ":" + version;
    }
}
