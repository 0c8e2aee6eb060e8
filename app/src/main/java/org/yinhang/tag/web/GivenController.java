package org.yinhang.tag.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.tag.GivenValues;
import org.yinhang.tag.TagImport;

/** Values of tags that people give: files on the page of a tag, single values there and on the page of a customer. */
@Controller
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.ACCOUNT_MANAGER})
class GivenController {

    private final GivenValues given;

    GivenController(GivenValues given) {
        this.given = given;
    }

    @PostMapping("/tags/{id}/bring")
    @AllowedTo(Role.ANALYST)
    ResponseEntity<Void> bring(@PathVariable String id, @RequestParam MultipartFile file, PageFrame page)
            throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        given.bring(id, name, file.getBytes(), page.signedIn());
        return to("/tags/" + id);
    }

    /** The lines of the newest file that were not taken: line, column, reason. */
    @GetMapping("/tags/{id}/rejects.csv")
    @AllowedTo(Role.ANALYST)
    ResponseEntity<String> rejects(@PathVariable String id, PageFrame page) {
        TagImport newest = given.imports(id).stream()
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String rows = newest.rejects().stream()
                .map(reject ->
                        "%d,%s,%s\n".formatted(reject.line(), reject.column(), page.t("tag.reject." + reject.reason())))
                .collect(Collectors.joining("", "\uFEFFline,column,reason\n", ""));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejects.csv\"")
                .body(rows);
    }

    @PostMapping("/tags/{id}/values")
    ResponseEntity<Void> put(
            @PathVariable String id,
            @RequestParam int customer,
            @RequestParam String value,
            @RequestParam(required = false) Optional<LocalDate> until,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "tag") String from,
            PageFrame page) {
        given.put(id, customer, value, until, reason, page.signedIn());
        return to(from.equals("customer") ? "/customers/" + customer : "/tags/" + id);
    }

    @PostMapping("/tags/{id}/values/{value}/end")
    ResponseEntity<Void> end(
            @PathVariable String id,
            @PathVariable long value,
            @RequestParam(required = false) @Nullable Integer customer,
            PageFrame page) {
        given.end(value, page.signedIn());
        return to(customer != null ? "/customers/" + customer : "/tags/" + id);
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
