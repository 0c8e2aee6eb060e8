package org.yinhang.audience;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.yinhang.audience.internal.PastDecisions;
import org.yinhang.audience.internal.PlatformAnswers;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.audience.Profile;
import org.yinhang.core.audience.Profiler;
import org.yinhang.core.audience.Selector;
import org.yinhang.core.audience.Strata;
import org.yinhang.core.audience.Strata.Stratum;
import org.yinhang.core.audience.UnseenValue;
import org.yinhang.core.audience.Workers;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.And;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.core.predicate.Membership;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.tag.TagShelf.Tags;

/** The tags as one viewer may ask them: every answer is within the platform's conditions. For one question at a time. */
public final class Selection {

    /** Tags that say who keeps a customer, and nothing of the person. */
    private static final Set<String> OF_NOBODY = Set.of("branch", "account_manager", "managed");

    private final Tags tags;
    private final Catalogue catalogue;
    private final Selector selector;
    private final List<PlatformCondition> platform;
    private final PlatformAnswers answers;
    private final Workers workers;
    private final Function<String, Expression> audiences;
    private final Supplier<PastDecisions> decided;

    Selection(
            Tags tags,
            Catalogue catalogue,
            Selector selector,
            List<PlatformCondition> platform,
            PlatformAnswers answers,
            Workers workers,
            Function<String, Expression> audiences,
            Supplier<PastDecisions> decided) {
        this.answers = answers;
        this.workers = workers;
        this.audiences = audiences;
        this.decided = decided;
        this.tags = tags;
        this.catalogue = catalogue;
        this.selector = selector;
        this.platform = List.copyOf(platform);
    }

    /**
     * What one condition does.
     *
     * @param condition the condition, the platform's own last
     * @param alone customers of the whole bank for whom it is true
     * @param removed how many more there would be without it
     */
    public record Step(Expression condition, boolean isPlatform, String key, long alone, long removed) {}

    /**
     * The answer while somebody types.
     *
     * @param count customers who pass everything
     * @param base customers there are
     * @param steps what each condition does, in order
     */
    public record Answer(long count, long base, List<Step> steps) {}

    public Tags tags() {
        return tags;
    }

    /** The names a predicate may use. */
    public Catalogue catalogue() {
        return catalogue;
    }

    public List<PlatformCondition> platform() {
        return platform;
    }

    /**
     * Reads a predicate.
     *
     * @throws org.yinhang.core.predicate.PredicateException with every problem of the text
     */
    public Expression read(String text) {
        return Predicates.condition(text, catalogue);
    }

    /** Which classes of data a condition rests on. */
    public Set<DataClass> dataOf(Expression condition) {
        return DataClasses.of(condition, tags.definitions());
    }

    /**
     * Whether a condition asks anything about a person: more than which branch and manager keep the customer. Lists and facts always
     * do.
     */
    public boolean asksAboutPersons(Expression condition) {
        return Leaves.of(condition).stream()
                .anyMatch(leaf -> !(leaf instanceof Reference(var field) && OF_NOBODY.contains(field.name())));
    }

    /** Texts a condition asks for that no customer of the run in force has. */
    public List<UnseenValue> unseen(Expression condition) {
        return UnseenValue.of(condition, tags.index());
    }

    /** How many customers pass. */
    public long count(Expression predicate) {
        return selector.count(within(predicate));
    }

    /** The count, and what each condition of a conjunction removes. */
    public Answer answer(Expression predicate) {
        List<Expression> conditions = new ArrayList<>(parts(predicate));
        int own = conditions.size();
        platform.forEach(p -> conditions.add(p.rows()));
        Selector.Removals removals = selector.removals(conditions);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Selector.Removal removal = removals.conditions().get(i);
            String key = i < own ? "" : platform.get(i - own).key();
            steps.add(new Step(conditions.get(i), i >= own, key, removal.alone(), removal.removed()));
        }
        return new Answer(removals.count(), removals.base(), steps);
    }

    /** The conditions joined by and at the top; one alone is itself. */
    public static List<Expression> parts(Expression predicate) {
        return predicate instanceof And and ? and.conditions() : List.of(predicate);
    }

    /** The customers who pass. */
    public Audience select(Expression predicate) {
        return selector.select(within(predicate));
    }

    /** Everybody the viewer may see and approach: what an audience is compared with. */
    public Audience everybody() {
        return selector.select(
                new And(platform.stream().map(PlatformCondition::rows).toList()));
    }

    /**
     * What sets customers apart from everybody the viewer may see and approach, tag by tag.
     *
     * @param isWanted asked now and then; once it says no, the work ends
     * @throws java.util.concurrent.CancellationException when it said no
     */
    public Profile profile(Audience members, BooleanSupplier isWanted) {
        String texts = platform.stream().map(PlatformCondition::text).collect(Collectors.joining("\n"));
        return answers.profiler(texts, () -> new Profiler(tags.index(), everybody(), workers))
                .profile(members, isWanted);
    }

    /** How many of some customers would be approved, and why those who applied were not. */
    public PassRate passRate(Audience members) {
        return new PassRates(tags.index(), workers, decided.get()).of(members);
    }

    /**
     * How loans went with the customers of each class of a tag, within the viewer's data scope, consent or not. Empty where the
     * tag has no classes, nobody has borrowed, or the tag is about being late itself.
     */
    public Optional<BadRates> badRates(String tag) {
        if (tags.index().column(BadRates.LATENESS).isEmpty()
                || Likeness.related(Set.of(tag), tags.report()).contains(BadRates.LATENESS)) {
            return Optional.empty();
        }
        Audience borrowers = inScope().intersect(selector.select(read(BadRates.LATENESS + " is not null")));
        Audience bad = borrowers.intersect(selector.select(read(BadRates.LATENESS + " > " + BadRates.DAYS)));
        return tags.index()
                .column(tag)
                .filter(column -> column.type() != ValueType.SET && borrowers.count() > 0)
                .map(column -> BadRates.of(tags.index(), column, borrowers, bad));
    }

    /** Customers within the viewer's data scope, consent or not. */
    Audience inScope() {
        return selector.select(new And(platform.stream()
                .filter(p -> p.key().equals(PlatformCondition.SCOPE))
                .map(PlatformCondition::rows)
                .toList()));
    }

    /**
     * Parts customers by the classes of a tag.
     *
     * @throws FaultException {@code GRP-1012} for a tag that is unknown or gives a customer several values
     */
    public List<Stratum> strata(Audience members, String tag) {
        return strata(tags.index(), members, tag);
    }

    static List<Stratum> strata(Index index, Audience members, String tag) {
        IndexColumn column = index.column(tag)
                .filter(found -> found.type() != ValueType.SET)
                .orElseThrow(() -> new FaultException(Fault.of(
                        "GRP-1012",
                        "Customers cannot be parted by '%s'.".formatted(tag),
                        "",
                        "Choose a tag in force that gives every customer one value.")));
        return Strata.of(index, column, members);
    }

    /**
     * Who is most like those who pass, the ones who pass left out, and how well they can be told from the others.
     *
     * @param size how many to find
     * @param seed the model follows from it
     * @throws FaultException {@code SEL-1004} with too few customers to learn from
     */
    public Likeness alike(Expression predicate, int size, long seed) {
        return Likeness.of(
                tags.index(),
                select(predicate),
                everybody(),
                Likeness.related(references(predicate), tags.report()),
                Math.max(0, size),
                seed,
                workers);
    }

    /** The tags a predicate reads, those behind the names of audiences too. */
    Set<String> references(Expression predicate) {
        Set<String> found = new TreeSet<>();
        gather(predicate, found, new HashSet<>());
        return found;
    }

    /** The tags every answer reads, whatever is asked. */
    Set<String> platformReferences() {
        Set<String> found = new TreeSet<>();
        platform.forEach(condition -> found.addAll(references(condition.condition())));
        return found;
    }

    private void gather(Expression expression, Set<String> found, Set<String> seen) {
        for (Expression.Leaf leaf : Leaves.of(expression)) {
            switch (leaf) {
                case Expression.Reference(var field) -> found.add(field.name());
                case Expression.Member member -> {
                    if (member.kind() == Membership.AUDIENCE && seen.add(member.name())) {
                        gather(audiences.apply(member.name()), found, seen);
                    }
                }
                case Expression.Aggregate facts -> {}
            }
        }
    }

    private Expression within(Expression predicate) {
        List<Expression> all = new ArrayList<>(List.of(predicate));
        platform.forEach(p -> all.add(p.rows()));
        return new And(all);
    }
}
