package org.yinhang.audience.web;

import gg.jte.models.runtime.JteModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.audience.CustomerList;
import org.yinhang.audience.CustomerLists;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Lists of customers brought as files. */
@Controller
@AllowedTo(Role.ANALYST)
class ListsController {

    private final CustomerLists lists;
    private final Templates templates;

    ListsController(CustomerLists lists, Templates templates) {
        this.lists = lists;
        this.templates = templates;
    }

    @GetMapping("/audiences/lists")
    JteModel all(PageFrame page) {
        return templates.audienceLists(page, lists.all());
    }

    @PostMapping("/audiences/lists")
    ResponseEntity<Void> bring(@RequestParam String name, @RequestParam MultipartFile file, PageFrame page)
            throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            lists.bring(name, lines, page.signedIn());
        }
        return back();
    }

    /** The lines that named nobody, as a file: line, column, reason. */
    @GetMapping("/audiences/lists/rejects.csv")
    ResponseEntity<String> rejects(@RequestParam String name) {
        String rows = find(name).rejectedLines().stream()
                .map(line -> line + ",1,unknown customer\n")
                .collect(Collectors.joining("", "line,column,reason\n", ""));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejects.csv\"")
                .body(rows);
    }

    @PostMapping("/audiences/lists/remove")
    ResponseEntity<Void> remove(@RequestParam String name, PageFrame page) {
        lists.remove(find(name), page.signedIn());
        return back();
    }

    private CustomerList find(String name) {
        return lists.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<Void> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/audiences/lists")
                .build();
    }
}
