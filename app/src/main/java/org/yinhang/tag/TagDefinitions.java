package org.yinhang.tag;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.NamedExpression;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagFile;
import org.yinhang.shared.ApprovalGate;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.internal.TagDefinitionRepository;

/** The tags of this bank: those Yinhang ships, and in their place what the bank has changed and approved. */
@Service
public class TagDefinitions {

    /** Somebody else has saved a version meanwhile. */
    public static final String OUTRUN = "TAG-2001";

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final TagDefinitionRepository repository;
    private final Lake lake;
    private final List<ApprovalGate> gates;
    private final Audit audit;
    private final BusinessClock clock;
    private final Map<String, Tag> shipped = new LinkedHashMap<>();
    private volatile @Nullable Reading last;

    /** What was read, and when: every question about a customer asks, so the database is asked at most once a second. */
    private record Reading(Map<String, Tag> tags, long nanos) {}

    TagDefinitions(
            TagDefinitionRepository repository, Lake lake, List<ApprovalGate> gates, Audit audit, BusinessClock clock) {
        this.repository = repository;
        this.lake = lake;
        this.gates = List.copyOf(gates);
        this.audit = audit;
        this.clock = clock;
        TagFile.bundled().forEach(tag -> shipped.put(tag.id(), tag));
    }

    /** The definitions a run computes, in the order of the catalogue, the bank's own last. */
    public List<Tag> inForce() {
        return List.copyOf(byId().values());
    }

    /** The definitions in force by identifier; those approved in another process are known a second later. */
    public Map<String, Tag> byId() {
        Reading known = last;
        if (known != null && System.nanoTime() - known.nanos() < FRESH_NANOS) {
            return known.tags();
        }
        Map<String, Tag> tags = new LinkedHashMap<>(shipped);
        repository.inForce().forEach(version -> tags.put(version.id(), approved(version)));
        Map<String, Tag> read = Collections.unmodifiableMap(tags);
        last = new Reading(read, System.nanoTime());
        return read;
    }

    public Optional<Tag> find(String id) {
        return Optional.ofNullable(byId().get(id));
    }

    /** Every version a bank wrote of a tag, the newest first. */
    public List<TagVersion> versions(String id) {
        return repository.versions(id);
    }

    /** The versions nobody has decided on, the oldest first. */
    public List<TagVersion> drafts() {
        return repository.drafts();
    }

    /**
     * Reads a definition and checks it with all other tags in force, as if it were approved.
     *
     * @return the tag it defines
     * @throws FaultException with everything that is wrong
     */
    public Tag check(String yaml) {
        Tag tag = read(yaml, approval("?"));
        Map<String, Tag> tags = new LinkedHashMap<>(byId());
        tags.put(tag.id(), tag);
        tags.values().stream()
                .filter(other -> !other.id().equals(tag.id()) && other.zh().equals(tag.zh()))
                .findFirst()
                .ifPresent(other -> {
                    throw new FaultException(Fault.of(
                            "TAG-1001",
                            "Two tags have the same name, '%s' or '%s'.".formatted(other.id(), tag.zh()),
                            tag.where(),
                            "Give each its own; predicates may use either."));
                });
        TagCatalogue.compile(tags.values(), lake.current());
        return tag;
    }

    /**
     * The classes of data a definition reads: what its expressions read themselves and what stands behind the tags they read.
     * For one whose values are given or drawn from a graph, and for one that cannot be read yet, those it declares.
     */
    public Set<DataClass> reads(Tag tag) {
        List<NamedExpression> expressions = tag.definition().expressions().entrySet().stream()
                .map(one -> new NamedExpression("tag." + one.getKey(), tag.zh(), tag.en(), one.getValue(), tag.where()))
                .toList();
        if (expressions.isEmpty()) {
            return tag.governance().data();
        }
        Snapshot snapshot = lake.current();
        try {
            TagCatalogue with = TagCatalogue.compile(inForce(), snapshot).with(expressions, tag.governance(), snapshot);
            return expressions.stream()
                    .flatMap(one -> with.tag(one.id()).data().stream())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(DataClass.class)));
        } catch (FaultException e) {
            return tag.governance().data();
        }
    }

    /**
     * Saves a new tag for somebody else to approve.
     *
     * @throws FaultException with everything that is wrong; {@code TAG-2006} when a tag in force is called so
     */
    @Transactional
    public TagVersion propose(String yaml, Viewer viewer) {
        Tag tag = check(yaml);
        if (find(tag.id()).isPresent()) {
            throw new FaultException(Fault.of(
                    "TAG-2006",
                    "There is a tag of this identifier already.",
                    tag.id(),
                    "Change that one, or choose another identifier."));
        }
        return save(yaml, 0, viewer);
    }

    /**
     * Saves a draft for somebody else to approve.
     *
     * @param seen the newest version the person saw, 0 for none
     * @throws FaultException with everything that is wrong; {@code TAG-2001} when somebody else saved one meanwhile
     */
    @Transactional
    public TagVersion save(String yaml, int seen, Viewer viewer) {
        Tag tag = check(yaml);
        int newest = repository.versions(tag.id()).stream()
                .mapToInt(TagVersion::version)
                .max()
                .orElse(0);
        try {
            if (newest != seen) {
                throw outrun(tag.id());
            }
            repository.add(tag.id(), seen + 1, yaml, viewer.userName(), clock.realInstant());
        } catch (DuplicateKeyException e) {
            throw outrun(tag.id());
        }
        audit.record(AuditNote.by(viewer, "tag.save", tag.id()).with("version " + (seen + 1)));
        return repository.versions(tag.id()).getFirst();
    }

    private static FaultException outrun(String id) {
        return new FaultException(Fault.of(
                OUTRUN,
                "Somebody else has saved this tag meanwhile.",
                id,
                "Keep your text, open the tag again, and join the two."));
    }

    /**
     * Approves or rejects a draft; an approved one is in force from the next run on.
     *
     * @throws FaultException {@code TAG-2002} for the maker's own draft, {@code TAG-2003} when it is decided already, and whatever
     *     an {@link ApprovalGate} has against it
     */
    @Transactional
    public void decide(TagVersion draft, TagVersion.State state, Viewer viewer) {
        if (draft.savedBy().equals(viewer.userName())) {
            throw new FaultException(Fault.of(
                    "TAG-2002",
                    "Nobody approves their own change.",
                    draft.id(),
                    "Ask a colleague who may approve tags."));
        }
        if (state == TagVersion.State.APPROVED) {
            ApprovalGate.ask(gates, new ApprovalGate.Draft("TAG", draft.id(), draft.version()));
        }
        if (!repository.decide(draft.id(), draft.version(), state, viewer.userName(), clock.realInstant())) {
            throw new FaultException(
                    Fault.of("TAG-2003", "This version is decided already.", draft.id(), "Open the tag again."));
        }
        last = null;
        audit.record(AuditNote.by(viewer, state == TagVersion.State.APPROVED ? "tag.approve" : "tag.reject", draft.id())
                .with("version " + draft.version()));
    }

    private static Tag approved(TagVersion version) {
        LocalDate on = version.decidedAt()
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                .orElse(LocalDate.EPOCH);
        return read(version.yaml(), approval(version.decidedBy().orElse("")).replace("1970-01-01", on.toString()));
    }

    private static String approval(String by) {
        return "  approval: {by: \"%s\", on: 1970-01-01}%n".formatted(by);
    }

    /**
     * Reads a definition by itself: its expressions are not looked at.
     *
     * @throws FaultException when it is not one definition
     */
    public static Tag outline(String yaml) {
        return read(yaml, approval("?"));
    }

    /** A definition of one tag as the catalogue's file would hold it; who approved it comes from the record, not the text. */
    private static Tag read(String yaml, String approval) {
        List<String> lines = new ArrayList<>(yaml.lines()
                .filter(line -> !line.strip().startsWith("approval:"))
                .toList());
        String file = "defaults:\n" + approval + "tags:\n"
                + String.join("\n", lines.stream().map(line -> "  " + line).toList()) + "\n";
        List<Tag> tags = TagFile.read(file, "tag.yaml");
        if (tags.size() != 1) {
            throw new FaultException(Fault.of(
                    "TAG-2004",
                    "A definition holds exactly one tag; this one has %d.".formatted(tags.size()),
                    "tag.yaml",
                    "Save each by itself."));
        }
        return tags.getFirst();
    }
}
