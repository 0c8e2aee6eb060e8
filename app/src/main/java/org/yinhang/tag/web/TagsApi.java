package org.yinhang.tag.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.lake.tag.PastQuality;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagImpact;
import org.yinhang.lake.tag.TagQuality;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.lake.tag.TagRuns;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.tag.TagDefinitions;
import org.yinhang.tag.TagShelf;
import org.yinhang.tag.TagTrials;
import org.yinhang.tag.TagVersion;

/** Tags for programs: the catalogue, how a tag lies, where it comes from, and how it is changed. */
@RestController
@RequestMapping("/api/v1/tags")
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
@io.swagger.v3.oas.annotations.tags.Tag(
        name = "tags",
        description = "What is declared about customers, how it lies, and how it is changed by two people")
class TagsApi {

    private final TagDefinitions definitions;
    private final TagTrials trials;
    private final TagShelf shelf;
    private final TagRuns runs;

    TagsApi(TagDefinitions definitions, TagTrials trials, TagShelf shelf, TagRuns runs) {
        this.definitions = definitions;
        this.trials = trials;
        this.shelf = shelf;
        this.runs = runs;
    }

    /** A tag in the catalogue; coverage and drift are null before a run has computed it. */
    record Entry(
            String id,
            String zh,
            String en,
            String category,
            String kind,
            String type,
            int version,
            @Nullable Double coverage,
            @Nullable Double drift,
            @Nullable Boolean sound) {

        static Entry of(Tag tag, Optional<TagQuality> quality) {
            return new Entry(
                    tag.id(),
                    tag.zh(),
                    tag.en(),
                    word(tag.category()),
                    word(tag.kind()),
                    tag.type().word(),
                    tag.governance().version(),
                    quality.map(q -> q.figures().coverage()).orElse(null),
                    quality.flatMap(TagQuality::drift).orElse(null),
                    quality.map(TagQuality::isSound).orElse(null));
        }
    }

    /**
     * One tag.
     *
     * @param yaml its definition, ready to be changed and proposed
     * @param newest the newest version anybody has saved, to be told as {@code seen} with a change
     * @param asOf the day of the values; null before a run has computed it
     * @param quality distribution, drift, verdicts and lineage; null before a run has computed it
     * @param readers the tags that read it
     */
    record One(
            Entry tag,
            String note,
            String yaml,
            int newest,
            @Nullable LocalDate asOf,
            @Nullable TagQuality quality,
            SortedSet<String> readers) {}

    /** How a tag lay on a day. */
    record Day(LocalDate asOf, long run, TagQuality quality) {}

    /**
     * A definition to check, try or save.
     *
     * @param yaml of exactly one tag
     * @param seen the newest version the caller has seen, 0 for none; null proposes a new tag
     */
    record Text(@Nullable String yaml, @Nullable Integer seen) {

        String written() {
            return Objects.requireNonNullElse(yaml, "");
        }
    }

    /** How many customers a change would move, in the tag itself and those that read it. */
    record Impact(String id, long customers, long moved, List<Move> moves) {

        /** So many customers, from which value to which. */
        record Move(String before, String after, long customers) {}

        static Impact of(TagImpact impact) {
            return new Impact(
                    impact.id(),
                    impact.customers(),
                    impact.moved(),
                    impact.moves().entrySet().stream()
                            .map(move -> new Move(
                                    move.getKey().before(), move.getKey().after(), move.getValue()))
                            .toList());
        }
    }

    @GetMapping
    @Operation(summary = "The catalogue of tags in force")
    List<Entry> all() {
        Optional<TagReport> report = shelf.report();
        return definitions.inForce().stream()
                .map(tag -> Entry.of(tag, report.flatMap(r -> r.tag(tag.id()))))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One tag: its definition, how its values lie, and its lineage")
    One one(@PathVariable String id) {
        Tag tag = find(id);
        Optional<TagReport> report = shelf.report();
        Optional<TagQuality> quality = report.flatMap(r -> r.tag(id));
        Set<String> readers = report.map(r -> r.tags().stream()
                        .filter(q -> q.reads().contains(id))
                        .map(TagQuality::id)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        List<TagVersion> versions = definitions.versions(id);
        return new One(
                Entry.of(tag, quality),
                tag.note(),
                versions.isEmpty() ? TagFields.next(tag) : versions.getFirst().yaml(),
                versions.isEmpty() ? 0 : versions.getFirst().version(),
                report.map(TagReport::asOf).orElse(null),
                quality.orElse(null),
                new TreeSet<>(readers));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "How a tag lay day by day, oldest first: coverage, values, drift")
    List<Day> history(@PathVariable String id) {
        return runs.history(find(id).id(), TagHistory.DAYS).stream()
                .map((PastQuality past) -> new Day(past.asOf(), past.run(), past.quality()))
                .toList();
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "Every version the bank wrote of a tag, the newest first")
    List<TagVersion> versions(@PathVariable String id) {
        return definitions.versions(id);
    }

    @GetMapping("/drafts")
    @Operation(summary = "Versions nobody has decided on")
    List<TagVersion> drafts() {
        return definitions.drafts();
    }

    @PostMapping("/check")
    @AllowedTo(Role.ANALYST)
    @Operation(summary = "Check a definition with all others in force; every fault at once")
    Entry check(@RequestBody Text text) {
        return Entry.of(definitions.check(text.written()), Optional.empty());
    }

    @PostMapping("/impact")
    @AllowedTo(Role.ANALYST)
    @Operation(summary = "How many customers a changed definition would move, and from which value to which")
    List<Impact> impact(@RequestBody Text text) {
        return trials.impact(text.written()).stream().map(Impact::of).toList();
    }

    @PostMapping
    @AllowedTo(Role.ANALYST)
    @Operation(
            summary = "Propose a new tag, or a change of one; somebody else approves it",
            description = "TAG-2001 when somebody else has saved a version after the one seen")
    TagVersion propose(@RequestBody Text text, @Parameter(hidden = true) Viewer viewer) {
        Integer seen = text.seen();
        return seen == null
                ? definitions.propose(text.written(), viewer)
                : definitions.save(text.written(), seen, viewer);
    }

    @PostMapping("/{id}/versions/{version}/approve")
    @Operation(summary = "Put a draft of somebody else in force from the next run on")
    TagVersion approve(@PathVariable String id, @PathVariable int version, @Parameter(hidden = true) Viewer viewer) {
        return decide(id, version, TagVersion.State.APPROVED, viewer);
    }

    @PostMapping("/{id}/versions/{version}/reject")
    @Operation(summary = "Turn a draft of somebody else down")
    TagVersion reject(@PathVariable String id, @PathVariable int version, @Parameter(hidden = true) Viewer viewer) {
        return decide(id, version, TagVersion.State.REJECTED, viewer);
    }

    private TagVersion decide(String id, int version, TagVersion.State state, Viewer viewer) {
        definitions.decide(version(id, version), state, viewer);
        return version(id, version);
    }

    private TagVersion version(String id, int version) {
        return definitions.versions(id).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Tag find(String id) {
        return definitions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
