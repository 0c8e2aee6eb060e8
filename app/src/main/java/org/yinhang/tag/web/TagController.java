package org.yinhang.tag.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.lake.tag.TagRuns;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.tag.GivenValues;
import org.yinhang.tag.TagDefinitions;
import org.yinhang.tag.TagShelf;
import org.yinhang.tag.TagTrials;
import org.yinhang.tag.TagVersion;
import yinhang.pages.Templates;

/** One tag: what it means, how it lies, where it comes from, and how it is changed. */
@Controller
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
class TagController {

    private final TagDefinitions definitions;
    private final TagShelf shelf;
    private final TagRuns runs;
    private final TagTrials trials;
    private final GivenValues given;
    private final Templates templates;

    TagController(
            TagDefinitions definitions,
            TagShelf shelf,
            TagRuns runs,
            TagTrials trials,
            GivenValues given,
            Templates templates) {
        this.runs = runs;
        this.definitions = definitions;
        this.shelf = shelf;
        this.trials = trials;
        this.given = given;
        this.templates = templates;
    }

    @GetMapping("/tags/{id}")
    JteModel one(@PathVariable String id, PageFrame page) {
        Tag tag = find(id);
        Optional<TagReport> report = shelf.report();
        return templates.tagOne(
                page,
                TagPage.of(tag, report, definitions.byId(), page),
                TagHistory.of(tag, runs.history(id, TagHistory.DAYS), page),
                given(tag, page),
                definitions.versions(id));
    }

    /** What people gave of a tag; null for one that is computed. */
    private @Nullable GivenList given(Tag tag, PageFrame page) {
        return switch (tag.kind()) {
            case MANUAL -> new GivenList(given.count(tag.id()), given.of(tag.id(), page.signedIn()), List.of());
            case IMPORTED -> new GivenList(given.count(tag.id()), List.of(), given.imports(tag.id()));
            case ATTRIBUTE, RULE, METRIC, FIRST_LAST, PREFERENCE, RFM, BUCKET, GRAPH, SCORE -> null;
        };
    }

    /** A new tag, beginning with an example of a rule, or of one that people give. */
    @GetMapping("/tags/new")
    @AllowedTo(Role.ANALYST)
    JteModel fresh(@RequestParam(defaultValue = "rule") String kind, PageFrame page) {
        String example =
                switch (kind) {
                    case "manual" -> TagPage.GIVEN.formatted("visit_wish", "面谈意愿", "Wish to meet", "manual");
                    case "imported" -> TagPage.GIVEN.formatted("salon_guest", "沙龙来宾", "Salon guest", "imported");
                    default -> TagPage.EXAMPLE;
                };
        return editor(new TagDraft("", example, 0, List.of(), null), page);
    }

    @GetMapping("/tags/{id}/edit")
    @AllowedTo(Role.ANALYST)
    JteModel edit(@PathVariable String id, PageFrame page) {
        Tag tag = find(id);
        List<TagVersion> versions = definitions.versions(id);
        String yaml = versions.stream().findFirst().map(TagVersion::yaml).orElseGet(() -> TagFields.next(tag));
        int seen = versions.stream().mapToInt(TagVersion::version).max().orElse(0);
        return editor(new TagDraft(id, yaml, seen, List.of(), null), page);
    }

    /**
     * What is wrong with a definition while it is written; nothing when it may be saved.
     *
     * @param fields whether the fields are to follow the text
     */
    @PostMapping("/tags/check")
    @AllowedTo(Role.ANALYST)
    JteModel check(@RequestParam String yaml, @RequestParam(defaultValue = "false") boolean fields, PageFrame page) {
        TagFields shown = fields ? fields(yaml) : null;
        try {
            Tag tag = definitions.check(yaml);
            return templates.tagCheck(page, tag, List.of(), shown);
        } catch (FaultException e) {
            return templates.tagCheck(page, null, e.faults(), shown);
        }
    }

    /**
     * The text of what stands in the fields.
     *
     * @param again whether the fields are shown anew: another kind has others
     * @param reads whether the classes of data are to be those it reads
     */
    @PostMapping("/tags/compose")
    @AllowedTo(Role.ANALYST)
    JteModel compose(
            TagFields fields,
            @RequestParam(defaultValue = "false") boolean again,
            @RequestParam(defaultValue = "false") boolean reads,
            PageFrame page) {
        TagFields shown = reads ? reading(fields) : fields;
        return templates.tagText(page, shown.yaml(), again ? shown : null);
    }

    private TagFields reading(TagFields fields) {
        try {
            return fields.reading(definitions.reads(TagDefinitions.outline(fields.yaml())));
        } catch (FaultException e) {
            // What cannot be read is told of beside the text.
            return fields;
        }
    }

    /** The fields of a text; null while it cannot be read as one definition. */
    private static @Nullable TagFields fields(String yaml) {
        try {
            return TagFields.of(TagDefinitions.outline(yaml));
        } catch (FaultException e) {
            return null;
        }
    }

    private JteModel editor(TagDraft draft, PageFrame page) {
        return templates.tagEdit(page, draft, fields(draft.yaml()));
    }

    /** How many customers a change would move, by old and new value. */
    @PostMapping("/tags/impact")
    @AllowedTo(Role.ANALYST)
    JteModel impact(@RequestParam String yaml, PageFrame page) {
        try {
            return templates.tagImpact(page, definitions.check(yaml), trials.impact(yaml));
        } catch (FaultException e) {
            return templates.sharedFaultList(page, e.faults());
        }
    }

    /** Saves a draft; where that is refused, the text stays on the page beside what is wrong and what the other saved. */
    @PostMapping("/tags/save")
    @AllowedTo(Role.ANALYST)
    @Nullable
    JteModel save(
            @RequestParam(defaultValue = "") String id,
            @RequestParam String yaml,
            @RequestParam int seen,
            PageFrame page,
            HttpServletResponse response) {
        try {
            if (!id.isEmpty() && !definitions.check(yaml).id().equals(id)) {
                throw new FaultException(Fault.of(
                        "TAG-2017",
                        "The text defines another tag.",
                        definitions.check(yaml).id(),
                        "Keep the identifier %s, or propose a new tag.".formatted(id)));
            }
            TagVersion saved = id.isEmpty()
                    ? definitions.propose(yaml, page.signedIn())
                    : definitions.save(yaml, seen, page.signedIn());
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", definitions.find(saved.id()).isPresent() ? "/tags/" + saved.id() : "/tags");
            return null;
        } catch (FaultException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            boolean isOutrun = e.faults().stream().map(Fault::code).anyMatch(TagDefinitions.OUTRUN::equals);
            TagVersion theirs = isOutrun
                    ? definitions.versions(definitions.check(yaml).id()).getFirst()
                    : null;
            int now = theirs == null ? seen : theirs.version();
            return editor(new TagDraft(theirs == null ? id : theirs.id(), yaml, now, e.faults(), theirs), page);
        }
    }

    @PostMapping("/tags/{id}/{version}/{decision}")
    ResponseEntity<Void> decide(
            @PathVariable String id, @PathVariable int version, @PathVariable String decision, PageFrame page) {
        TagVersion draft = definitions.versions(id).stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        definitions.decide(
                draft,
                switch (decision) {
                    case "approve" -> TagVersion.State.APPROVED;
                    case "reject" -> TagVersion.State.REJECTED;
                    default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                },
                page.signedIn());
        return to("/tags");
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", address)
                .build();
    }

    private Tag find(String id) {
        return definitions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
