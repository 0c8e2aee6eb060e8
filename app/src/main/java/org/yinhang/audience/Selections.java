package org.yinhang.audience;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.yinhang.audience.internal.AudienceRepository;
import org.yinhang.audience.internal.Bitmaps;
import org.yinhang.audience.internal.CustomerListRepository;
import org.yinhang.audience.internal.PastDecisionRepository;
import org.yinhang.audience.internal.PastDecisions;
import org.yinhang.audience.internal.PlatformAnswers;
import org.yinhang.audience.internal.PlatformConditions;
import org.yinhang.core.audience.LeafSource;
import org.yinhang.core.audience.Selector;
import org.yinhang.core.audience.Workers;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Membership;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.ingest.LakeReader;
import org.yinhang.lake.Lake;
import org.yinhang.lake.fold.FactColumns;
import org.yinhang.lake.fold.LakeFields;
import org.yinhang.lake.fold.Vectors;
import org.yinhang.lake.tag.TagsOfDay;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagShelf;
import org.yinhang.tag.TagShelf.Tags;

/** Answers questions about audiences from the tags in force, each within what its viewer may see and approach. */
@Service
public class Selections implements DisposableBean {

    private final TagShelf shelf;
    private final Lake lake;
    private final PlatformConditions platform;
    private final AudienceRepository audiences;
    private final CustomerListRepository lists;
    private final LakeReader reader;
    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
    private volatile @Nullable Facts facts;
    private volatile @Nullable Decided decided;
    private volatile @Nullable PlatformAnswers answers;

    Selections(
            TagShelf shelf,
            Lake lake,
            PlatformConditions platform,
            AudienceRepository audiences,
            CustomerListRepository lists,
            LakeReader reader) {
        this.reader = reader;
        this.shelf = shelf;
        this.lake = lake;
        this.platform = platform;
        this.audiences = audiences;
        this.lists = lists;
    }

    /** Facts that are no tag, kept for as long as the run of the tags is in force. */
    private record Facts(long run, FactColumns columns) {}

    /** Past applications as of a run, by what the lake knew of them. */
    private record Decided(long run, long snapshot, PastDecisions past) {}

    /** Answers a question; empty when the tags have never been computed. */
    public <T> Optional<T> within(Viewer viewer, Function<Selection, T> question) {
        return shelf.read(tags -> question.apply(selection(tags, viewer)));
    }

    /** A selection over some tags, those in force or those of another day. */
    Selection selection(Tags tags, Viewer viewer) {
        Catalogue catalogue = catalogue(tags, viewer);
        Map<String, PlatformCondition> added = platform.of(viewer, catalogue).stream()
                .collect(Collectors.toMap(
                        PlatformCondition::member, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        PlatformAnswers known = answers(tags);
        Members members = new Members(tags, viewer, catalogue, added, known);
        Selector selector = new Selector(tags.index(), members, tags.asOf(), workers);
        members.selector = selector;
        return new Selection(
                tags,
                catalogue,
                selector,
                List.copyOf(added.values()),
                known,
                workers,
                members::definition,
                () -> decided(tags));
    }

    private Catalogue catalogue(Tags tags, Viewer viewer) {
        Set<String> named = audiences.visibleTo(viewer.userName()).stream()
                .map(SavedAudience::name)
                .collect(Collectors.toSet());
        Set<String> brought = lists.all().stream().map(CustomerList::name).collect(Collectors.toSet());
        return new Catalogue(tags.fields(), LakeFields.tables(lake.current()), brought, named);
    }

    private PlatformAnswers answers(Tags tags) {
        long run = tags.report().number();
        PlatformAnswers present = answers;
        if (run == TagsOfDay.NUMBER) {
            return new PlatformAnswers(run);
        }
        if (present == null || present.run() != run) {
            present = new PlatformAnswers(run);
            answers = present;
        }
        return present;
    }

    private FactColumns facts(Tags tags) {
        if (tags.report().number() == TagsOfDay.NUMBER) {
            return new FactColumns(lake, lake.current(), tags.asOf());
        }
        Facts present = facts;
        if (present == null || present.run() != tags.report().number()) {
            present = new Facts(tags.report().number(), new FactColumns(lake, lake.current(), tags.asOf()));
            facts = present;
        }
        return present.columns();
    }

    private PastDecisions decided(Tags tags) {
        Decided present = decided;
        long run = tags.report().number();
        long snapshot = lake.currentVersion();
        if (present == null || present.run() != run || present.snapshot() != snapshot) {
            present = new Decided(
                    run, snapshot, reader.read(session -> PastDecisionRepository.read(session, tags.asOf())));
            decided = present;
        }
        return present.past();
    }

    @Override
    public void destroy() {
        workers.close();
    }

    /** Lists, saved audiences and facts, as one viewer sees them. */
    private final class Members implements LeafSource {

        private final Tags tags;
        private final Viewer viewer;
        private final Catalogue catalogue;
        private final Map<String, PlatformCondition> platform;
        private final PlatformAnswers answers;
        private final Map<Expression.Member, RoaringBitmap> known = new ConcurrentHashMap<>();
        private final Deque<String> asking = new ArrayDeque<>();
        private @Nullable Selector selector;
        private @Nullable FactColumns columns;

        Members(
                Tags tags,
                Viewer viewer,
                Catalogue catalogue,
                Map<String, PlatformCondition> platform,
                PlatformAnswers answers) {
            this.platform = platform;
            this.answers = answers;
            this.tags = tags;
            this.viewer = viewer;
            this.catalogue = catalogue;
        }

        @Override
        public RoaringBitmap members(Expression.Member member) {
            RoaringBitmap present = known.get(member);
            if (present == null) {
                present = member.kind() == Membership.LIST ? list(member.name()) : audience(member.name());
                known.put(member, present);
            }
            return present;
        }

        private RoaringBitmap list(String name) {
            return lists.members(name)
                    .map(Bitmaps::read)
                    .orElseThrow(() -> new FaultException(
                            Fault.of("GRP-1001", "There is no list '%s'.".formatted(name), "", "Bring it again.")));
        }

        /** Whom a saved audience or a condition of the platform means today; one that means itself is refused. */
        private RoaringBitmap audience(String name) {
            PlatformCondition added = platform.get(name);
            if (added != null) {
                return answers.customers(added.text(), () -> select(added.condition()));
            }
            if (asking.contains(name)) {
                throw new FaultException(Fault.of(
                        "GRP-1002",
                        "The audience '%s' means itself.".formatted(name),
                        String.join(" → ", asking) + " → " + name,
                        "Take one of them out of the circle."));
            }
            Expression definition = definition(name);
            asking.addLast(name);
            try {
                return select(definition);
            } finally {
                asking.removeLast();
            }
        }

        private RoaringBitmap select(Expression condition) {
            Selector present = selector;
            if (present == null) {
                throw new IllegalStateException("asked before the selector was there");
            }
            return present.select(condition).toBitmap();
        }

        /** What a saved audience, or a condition of the platform, says. */
        Expression definition(String name) {
            PlatformCondition added = platform.get(name);
            if (added != null) {
                return added.condition();
            }
            SavedAudience saved = audiences
                    .named(name, viewer.userName())
                    .orElseThrow(() -> new FaultException(
                            Fault.of("GRP-1003", "There is no audience '%s'.".formatted(name), "", "Choose another.")));
            return Predicates.condition(saved.predicate(), catalogue);
        }

        @Override
        public Vector values(Expression.Aggregate aggregate, int block, char[] rows, int count) {
            int[] places = new int[count];
            for (int i = 0; i < count; i++) {
                places[i] = rows[i];
            }
            return Vectors.picked(columns().of(aggregate, block), places, count);
        }

        private synchronized FactColumns columns() {
            FactColumns present = columns == null ? facts(tags) : columns;
            columns = present;
            return present;
        }
    }
}
