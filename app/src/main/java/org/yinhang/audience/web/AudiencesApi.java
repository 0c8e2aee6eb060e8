package org.yinhang.audience.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.audience.AudienceSnapshot;
import org.yinhang.audience.AudienceVersion;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.SavedAudience;
import org.yinhang.audience.Selections;
import org.yinhang.core.audience.Audience;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;

/** Saved audiences for programs: the same data scope and consent as the pages. */
@RestController
@RequestMapping("/api/v1/audiences")
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
@Tag(name = "audiences", description = "Predicates over tags and facts, within the caller's data scope and consent")
class AudiencesApi {

    private static final int MOST = 10_000;

    private final Audiences audiences;
    private final Selections selections;

    AudiencesApi(Audiences audiences, Selections selections) {
        this.audiences = audiences;
        this.selections = selections;
    }

    /**
     * What to save.
     *
     * @param changedAt of a change: when the text it starts from was saved, as this interface told it
     */
    record Draft(
            @Nullable String name,
            @Nullable String note,
            @Nullable String predicate,
            @Nullable Boolean shared,
            @Nullable Instant changedAt) {

        Audiences.Draft checked() {
            return new Audiences.Draft(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(note, ""),
                    Objects.requireNonNullElse(predicate, ""),
                    Boolean.TRUE.equals(shared));
        }
    }

    @GetMapping
    @Operation(summary = "The audiences the caller sees")
    List<SavedAudience> all(@Parameter(hidden = true) Viewer viewer) {
        return audiences.visibleTo(viewer);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One audience")
    SavedAudience one(@PathVariable long id, @Parameter(hidden = true) Viewer viewer) {
        return find(id, viewer);
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "Every text an audience had, the newest first")
    List<AudienceVersion> versions(@PathVariable long id, @Parameter(hidden = true) Viewer viewer) {
        return audiences.versions(find(id, viewer));
    }

    @GetMapping("/{id}/snapshots")
    @Operation(summary = "The frozen members of an audience, the newest first")
    List<AudienceSnapshot> snapshots(@PathVariable long id, @Parameter(hidden = true) Viewer viewer) {
        return audiences.snapshots(find(id, viewer));
    }

    @PostMapping
    @AllowedTo(Role.ANALYST)
    @Operation(summary = "Save a new audience")
    SavedAudience add(@RequestBody Draft draft, @Parameter(hidden = true) Viewer viewer) {
        return QuestionsApi.readable(() -> audiences.add(draft.checked(), viewer));
    }

    @PutMapping("/{id}")
    @AllowedTo(Role.ANALYST)
    @Operation(
            summary = "Change an audience; a changed text becomes a new version",
            description = "GRP-1006 when somebody else has changed it since changedAt")
    SavedAudience change(@PathVariable long id, @RequestBody Draft draft, @Parameter(hidden = true) Viewer viewer) {
        SavedAudience present = find(id, viewer);
        Instant seen = Objects.requireNonNullElse(draft.changedAt(), Instant.EPOCH);
        return QuestionsApi.readable(() -> audiences.change(present, seen, draft.checked(), viewer));
    }

    @PostMapping("/{id}/freeze")
    @AllowedTo(Role.ANALYST)
    @Operation(summary = "Write down for ever who is in an audience today")
    AudienceSnapshot freeze(@PathVariable long id, @Parameter(hidden = true) Viewer viewer) {
        return QuestionsApi.readable(() -> audiences.freeze(find(id, viewer), viewer));
    }

    @DeleteMapping("/{id}")
    @AllowedTo(Role.ANALYST)
    @Operation(summary = "Take an audience out of sight; frozen members stay on record")
    void archive(@PathVariable long id, @Parameter(hidden = true) Viewer viewer) {
        audiences.archive(find(id, viewer), viewer);
    }

    @GetMapping("/{id}/customers")
    @Operation(summary = "Customer numbers of an audience today, rising, a page of up to 10,000 from a position")
    List<Integer> customers(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "1000") int size,
            @Parameter(hidden = true) Viewer viewer) {
        SavedAudience audience = find(id, viewer);
        return QuestionsApi.readable(() -> selections
                .within(viewer, selection -> {
                    Audience members = selection.select(selection.read(audience.predicate()));
                    int last = (int) Math.min(members.count(), (long) Math.max(0, from) + Math.clamp(size, 1, MOST));
                    return IntStream.range(Math.max(0, from), last)
                            .mapToObj(i -> members.customers().select(i))
                            .toList();
                })
                .orElseThrow(Audiences::noTags));
    }

    private SavedAudience find(long id, Viewer viewer) {
        return audiences.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
