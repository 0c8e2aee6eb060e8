package org.yinhang.audience.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.audience.CustomerList;
import org.yinhang.audience.CustomerLists;
import org.yinhang.audience.DrawnLists;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;

/** Lists of customers for programs: brought as text, or drawn from a predicate. */
@RestController
@RequestMapping("/api/v1/lists")
@AllowedTo(Role.ANALYST)
@Tag(name = "lists", description = "Lists of customers that stay as they are; predicates say customer in list 'name'")
class ListsApi {

    private final CustomerLists lists;
    private final DrawnLists drawn;

    ListsApi(CustomerLists lists, DrawnLists drawn) {
        this.lists = lists;
        this.drawn = drawn;
    }

    /** A list as its lines. */
    record Brought(String name, @Nullable List<String> lines) {}

    /**
     * A sample.
     *
     * @param by the tag whose classes share it in proportion; none for a plain one
     */
    record SampleWish(
            String name,
            String predicate,
            int size,
            @Nullable String by,
            long seed) {}

    /** Those most like a seed. */
    record AlikeWish(String name, String predicate, int size, long seed) {}

    /** An audience of an earlier day. */
    record DayWish(String name, String predicate, @Nullable LocalDate day) {}

    @GetMapping
    @Operation(summary = "Every list, the newest first, with how it came to be")
    List<CustomerList> all() {
        return lists.all();
    }

    @PostMapping
    @Operation(
            summary = "Bring a list: one customer a line, in the first column",
            description =
                    "The bank's own identifiers, or customer numbers under the heading customer. Lines that name nobody"
                            + " are reported as rejectedLines; a list of that name is replaced")
    CustomerList bring(@RequestBody Brought brought, @Parameter(hidden = true) Viewer viewer) {
        return lists.bring(text(brought.name()), Objects.requireNonNullElse(brought.lines(), List.of()), viewer);
    }

    @PostMapping("/sample")
    @Operation(summary = "Keep a random or stratified sample of a predicate as a list")
    CustomerList sample(@RequestBody SampleWish wish, @Parameter(hidden = true) Viewer viewer) {
        DrawnLists.Draw draw = new DrawnLists.Draw(wish.size(), Optional.ofNullable(wish.by()), wish.seed());
        return QuestionsApi.readable(() -> drawn.keepSample(text(wish.name()), text(wish.predicate()), draw, viewer));
    }

    @PostMapping("/look-alike")
    @Operation(summary = "Keep the customers most like those of a predicate as a list, with the quality of the model")
    CustomerList alike(@RequestBody AlikeWish wish, @Parameter(hidden = true) Viewer viewer) {
        return QuestionsApi.readable(
                () -> drawn.keepAlike(text(wish.name()), text(wish.predicate()), wish.size(), wish.seed(), viewer));
    }

    @PostMapping("/on-day")
    @Operation(summary = "Keep whom a predicate would have meant on an earlier day as a list")
    CustomerList onDay(@RequestBody DayWish wish, @Parameter(hidden = true) Viewer viewer) {
        return QuestionsApi.readable(
                () -> drawn.keepDay(text(wish.name()), text(wish.predicate()), QuestionsApi.day(wish.day()), viewer));
    }

    @DeleteMapping("/{name}")
    @Operation(summary = "Take a list away; predicates that name it say so from then on")
    void remove(@PathVariable String name, @Parameter(hidden = true) Viewer viewer) {
        lists.remove(lists.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), viewer);
    }

    static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
