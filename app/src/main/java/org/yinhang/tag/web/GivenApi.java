package org.yinhang.tag.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.tag.GivenValue;
import org.yinhang.tag.GivenValues;
import org.yinhang.tag.TagImport;

/** Values of tags that people give, for programs. */
@RestController
@RequestMapping("/api/v1/tags/{id}")
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.ACCOUNT_MANAGER})
@Tag(name = "tags", description = "What is declared about customers, how it lies, and how it is changed by two people")
class GivenApi {

    private final GivenValues given;

    GivenApi(GivenValues given) {
        this.given = given;
    }

    /** A value to set by hand; {@code until} is the last day it counts, null until somebody ends it. */
    record Wish(
            int customer,
            @Nullable String value,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    /** A file as its text: a line is a customer, a value and, if wanted, the last day it counts. */
    record Text(@Nullable String file, @Nullable String text) {}

    @GetMapping("/values")
    @Operation(
            summary = "What people gave of a tag and counts today, the newest hundred, within the caller's data scope")
    List<GivenValue> values(@PathVariable String id, @Parameter(hidden = true) Viewer viewer) {
        return given.of(id, viewer);
    }

    @PostMapping("/values")
    @Operation(summary = "Set a tag of kind manual on a customer, in place of what was set before")
    void put(@PathVariable String id, @RequestBody Wish wish, @Parameter(hidden = true) Viewer viewer) {
        given.put(
                id,
                wish.customer(),
                Objects.requireNonNullElse(wish.value(), ""),
                Optional.ofNullable(wish.until()),
                Objects.requireNonNullElse(wish.reason(), ""),
                viewer);
    }

    @DeleteMapping("/values/{value}")
    @Operation(summary = "End a value set by hand from today on")
    void end(@PathVariable String id, @PathVariable long value, @Parameter(hidden = true) Viewer viewer) {
        given.end(value, viewer);
    }

    @GetMapping("/imports")
    @AllowedTo(Role.ANALYST)
    @Operation(summary = "The files brought for a tag, the newest first, with the lines that were not taken")
    List<TagImport> imports(@PathVariable String id) {
        return given.imports(id);
    }

    @PostMapping("/imports")
    @AllowedTo(Role.ANALYST)
    @Operation(
            summary = "Put a file in place of what was brought for a tag of kind imported before; a run is asked for")
    TagImport bring(@PathVariable String id, @RequestBody Text text, @Parameter(hidden = true) Viewer viewer) {
        return given.bring(
                id,
                Objects.requireNonNullElse(text.file(), "api"),
                Objects.requireNonNullElse(text.text(), "").getBytes(StandardCharsets.UTF_8),
                viewer);
    }
}
