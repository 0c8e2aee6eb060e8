package org.yinhang.shared.list;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;

/** Questions to lists, posted so that what is searched for stays out of addresses, and the viewer's own views. */
@Controller
@AllowedTo
class ListController {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_QUESTION = 2_000;

    private final Lists lists;
    private final SavedViewRepository views;

    ListController(Lists lists, SavedViewRepository views) {
        this.lists = lists;
        this.views = views;
    }

    /** Leads to the answer of a question; the text searched for stands sealed in its address. */
    @PostMapping("/lists/question")
    ResponseEntity<Void> ask(@RequestParam String path, ListQuery query) {
        return leadTo(new ListLinks(pathHere(path), query, lists.sealed(query.text())).page(1));
    }

    /** Keeps the present filters and sorting under a name. */
    @PostMapping("/lists/{list}/views")
    ResponseEntity<Void> save(
            @PathVariable String list,
            @RequestParam String path,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean isDefault,
            ListQuery query,
            Viewer viewer) {
        ListQuery kept = new ListQuery("", query.filters(), query.sort(), query.isDescending(), 1, query.size());
        ListLinks links = new ListLinks(pathHere(path), kept, "");
        String called = name.strip();
        if (!called.isEmpty()
                && called.length() <= LONGEST_NAME
                && links.question().length() <= LONGEST_QUESTION) {
            views.save(viewer.userId(), list, new SavedView(0, called, links.question(), isDefault));
        }
        return leadTo(links.page(1));
    }

    /** Forgets a view. */
    @PostMapping("/lists/{list}/views/{id}/remove")
    ResponseEntity<Void> remove(
            @PathVariable String list,
            @PathVariable long id,
            @RequestParam String path,
            ListQuery query,
            Viewer viewer) {
        views.remove(viewer.userId(), id);
        return leadTo(new ListLinks(pathHere(path), query, lists.sealed(query.text())).page(1));
    }

    private static ResponseEntity<Void> leadTo(String address) {
        return ResponseEntity.status(303).header(HttpHeaders.LOCATION, address).build();
    }

    /** Never leads away from this site, whatever the form said. */
    private static String pathHere(String path) {
        boolean isLocal = path.startsWith("/") && !path.startsWith("//") && !path.contains("\\") && !path.contains("?");
        try {
            return isLocal ? URI.create(path).toASCIIString() : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
