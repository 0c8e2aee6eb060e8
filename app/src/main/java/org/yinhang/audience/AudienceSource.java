package org.yinhang.audience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.audience.internal.PastDecisionRepository;
import org.yinhang.core.audience.LeafSource;
import org.yinhang.core.audience.Selector;
import org.yinhang.core.audience.Workers;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.And;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.fold.FactColumns;
import org.yinhang.lake.fold.LakeFields;
import org.yinhang.lake.fold.Vectors;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.lake.tag.TagRuns;
import org.yinhang.lake.tag.TagsOfDay;
import org.yinhang.lake.training.ScoredTags;
import org.yinhang.tag.TagSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whom a predicate means in a data folder, without an application: the whole bank, tags and facts, no lists. */
final class AudienceSource {

    @Mixin
    private TagSource source = new TagSource();

    @Parameters(paramLabel = "PREDICATE", description = "The condition, in quotes.")
    private String predicate = "";

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "As it would have been on that day: its tags are computed from what had happened before.")
    private @Nullable LocalDate day;

    /**
     * A selector over the run in force, the checked predicate, and whom it chooses among.
     *
     * @param base true for everybody who may be approached
     */
    record Question(
            Selector selector,
            Expression predicate,
            Expression base,
            Index index,
            TagReport report,
            AsOf asOf,
            Workers workers,
            Lake lake,
            Map<String, Tag> tags) {

        /** How many of the customers meant would be approved, and why those who applied were not. */
        PassRate passRate() {
            try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
                return new PassRates(index, workers, PastDecisionRepository.read(session, asOf))
                        .of(selector.select(predicate));
            }
        }
    }

    /** The condition as it was written. */
    String predicate() {
        return predicate;
    }

    /** The data folder. */
    Path data() {
        return source.data();
    }

    /** Answers a question about the predicate, on the run in force or on tags computed for a day. */
    <T> T ask(Function<Question, T> question) {
        if (day != null) {
            return onDay(day, question);
        }
        TagRuns runs = source.runs();
        long run = runs.current().orElseThrow(Audiences::noTags);
        try (Index index = Index.open(runs.index(run))) {
            return ask(index, runs.report(run), source.lake(), question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T onDay(LocalDate day, Function<Question, T> question) {
        Lake lake = source.lake();
        Snapshot snapshot = lake.current();
        ScoredTags scored = source.scores().of(TagCatalogue.compile(source.tags(), snapshot), snapshot);
        Catalogue whole = catalogue(tags().values().stream().map(Tag::field).toList(), lake);
        Set<String> ids = new TreeSet<>(references(read(predicate, whole)));
        ids.addAll(references(read(PlatformCondition.MAY_BE_APPROACHED, whole)));
        return TagsOfDay.ask(
                lake,
                snapshot,
                scored.catalogue(),
                ids,
                new AsOf(day, TagSource.ZONE),
                scored,
                source.runs().folder().resolve("days"),
                (index, report) -> ask(index, report, lake, question));
    }

    private <T> T ask(Index index, TagReport report, Lake lake, Function<Question, T> question) {
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
            AsOf asOf = new AsOf(index.subject().asOf(), TagSource.ZONE);
            Selector selector = new Selector(index, facts(new FactColumns(lake, lake.current(), asOf)), asOf, workers);
            Catalogue catalogue = catalogue(known(index), lake);
            Expression base = read(PlatformCondition.MAY_BE_APPROACHED, catalogue);
            Expression asked = new And(List.of(read(predicate, catalogue), base));
            return question.apply(new Question(selector, asked, base, index, report, asOf, workers, lake, tags()));
        }
    }

    /** The tags an expression reads. */
    static Set<String> references(Expression expression) {
        return Leaves.of(expression).stream()
                .filter(leaf -> leaf instanceof Reference)
                .map(leaf -> ((Reference) leaf).field().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Field> known(Index index) {
        Map<String, Tag> tags = tags();
        return index.columns().stream()
                .flatMap(column -> Optional.ofNullable(tags.get(column.name())).stream())
                .map(Tag::field)
                .toList();
    }

    private static Catalogue catalogue(List<Field> fields, Lake lake) {
        return new Catalogue(fields, LakeFields.tables(lake.current()), Set.of(), Set.of());
    }

    private Map<String, Tag> tags() {
        return source.tags().stream().collect(Collectors.toMap(Tag::id, Function.identity()));
    }

    private static Expression read(String text, Catalogue catalogue) {
        try {
            return Predicates.condition(text, catalogue);
        } catch (PredicateException e) {
            throw e.faults();
        }
    }

    private static LeafSource facts(FactColumns columns) {
        return new LeafSource() {
            @Override
            public RoaringBitmap members(Expression.Member member) {
                throw new IllegalStateException("lists are the application's");
            }

            @Override
            public Vector values(Expression.Aggregate facts, int block, char[] rows, int count) {
                int[] places = new int[count];
                for (int i = 0; i < count; i++) {
                    places[i] = rows[i];
                }
                return Vectors.picked(columns.of(facts, block), places, count);
            }
        };
    }
}
