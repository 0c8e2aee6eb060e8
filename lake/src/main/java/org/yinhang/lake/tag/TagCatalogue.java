package org.yinhang.lake.tag;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Field;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.fold.LakeFields;

/** Tags that agree with the lake and with each other, each after those it reads. Immutable. */
public final class TagCatalogue {

    private final Map<String, CompiledTag> tags;

    private TagCatalogue(Map<String, CompiledTag> tags) {
        this.tags = tags;
    }

    /**
     * Checks tags against a snapshot of the lake and against each other. Drafts are left out.
     *
     * @throws FaultException with everything that is wrong: unknown columns, types, circles, data classes, bureau data
     *     without a purpose
     */
    public static TagCatalogue compile(Collection<Tag> declared, Snapshot snapshot) {
        List<Tag> approved = declared.stream().filter(Tag::isApproved).toList();
        return new TagCatalogue(new TagCompiler(approved, snapshot).compile());
    }

    /**
     * The same tags and, after them, expressions that are no tags; the caller answers for their purpose and data.
     *
     * @throws FaultException with everything that is wrong in the expressions
     */
    public TagCatalogue with(List<NamedExpression> expressions, Tag.Governance governance, Snapshot snapshot) {
        return new TagCatalogue(new NamedExpressions(tags, snapshot).compile(expressions, governance));
    }

    /**
     * The same tags, some of which are given by whoever reads others of them first.
     *
     * @param reads for a tag of kind score, imported or manual, what must be computed before it is asked for
     * @throws FaultException TAG-1005 when that leads in a circle
     */
    public TagCatalogue giving(Map<String, Set<String>> reads) {
        Map<String, CompiledTag> given = new LinkedHashMap<>(tags);
        reads.forEach((id, read) -> given.computeIfPresent(id, (same, tag) -> tag.reading(read)));
        Map<String, CompiledTag> ordered = new LinkedHashMap<>();
        given.values().forEach(tag -> place(tag, given, ordered, new LinkedHashSet<>()));
        return new TagCatalogue(ordered);
    }

    private static void place(
            CompiledTag tag, Map<String, CompiledTag> all, Map<String, CompiledTag> ordered, Set<String> path) {
        if (ordered.containsKey(tag.id())) {
            return;
        }
        if (!path.add(tag.id())) {
            throw new FaultException(Fault.of(
                    "TAG-1005",
                    "Tags read each other in a circle: %s → %s.".formatted(String.join(" → ", path), tag.id()),
                    tag.tag().where(),
                    "Let one of them read facts instead."));
        }
        tag.tags().forEach(id -> place(Objects.requireNonNull(all.get(id)), all, ordered, path));
        path.remove(tag.id());
        ordered.put(tag.id(), tag);
    }

    /** Every tag, each after those it reads. */
    public Collection<CompiledTag> tags() {
        return tags.values();
    }

    public Optional<CompiledTag> find(String id) {
        return Optional.ofNullable(tags.get(id));
    }

    /**
     * The tag of that identifier.
     *
     * @throws FaultException when there is none
     */
    public CompiledTag tag(String id) {
        return find(id).orElseThrow(() -> new FaultException(
                Fault.of("TAG-1002", "There is no tag '%s'.".formatted(id), "", Suggestion.advise(id, tags.keySet()))));
    }

    /** The fields by which predicates over customers read the tags. */
    public List<Field> fields() {
        return tags.values().stream().map(tag -> tag.tag().field()).toList();
    }

    /** What an audience or a rule may say: the tags, and the lake's facts where the caller can answer them. */
    public Catalogue audienceCatalogue(Snapshot snapshot, Set<String> lists, Set<String> audiences) {
        return new Catalogue(fields(), LakeFields.tables(snapshot), lists, audiences);
    }

    /** A tag and all tags behind it, in the order of computation. */
    public Set<String> behind(Collection<String> ids) {
        Set<String> wanted = new TreeSet<>(ids);
        List<String> backwards = tags.keySet().stream().toList().reversed();
        for (String id : backwards) {
            if (wanted.contains(id)) {
                wanted.addAll(Objects.requireNonNull(tags.get(id)).tags());
            }
        }
        return ordered(wanted);
    }

    /** The tags that read a tag, directly or through others, and the tag itself, in the order of computation. */
    public Set<String> after(String id) {
        Set<String> moved = new TreeSet<>(Set.of(id));
        tags.values().stream()
                .filter(tag -> tag.tags().stream().anyMatch(moved::contains))
                .forEach(tag -> moved.add(tag.id()));
        return ordered(moved);
    }

    /** The same catalogue with only some tags; they must bring all tags they read. */
    TagCatalogue only(Set<String> ids) {
        Map<String, CompiledTag> kept = new LinkedHashMap<>(tags);
        kept.keySet().retainAll(ids);
        return new TagCatalogue(kept);
    }

    private Set<String> ordered(Set<String> ids) {
        Set<String> ordered = new LinkedHashSet<>(tags.keySet());
        ordered.retainAll(ids);
        return ordered;
    }
}
