package org.yinhang.gallery;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.testing.Browser.Window;

/** Walks a running demo as one user in a window of one width, and takes the pages they can open. */
final class Photographer implements AutoCloseable {

    private static final String SIDEWAYS =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final Window window;
    private final Stage stage;
    private final String origin;
    private final int width;
    private final List<String> troubles = new ArrayList<>();

    Photographer(int port, Stage stage, String user, int width) {
        this.stage = stage;
        this.window = user.isEmpty()
                ? Window.open(port, width, width > 1000 ? 900 : 844)
                : Window.signedIn(port, user, width, false);
        this.origin = "http://127.0.0.1:" + port;
        this.width = width;
    }

    /** Takes the page's picture into a folder and says what it is called; empty, with a trouble noted, where no way leads there. */
    Optional<String> take(GalleryPage page, Path folder) {
        if (!reach(page)) {
            return Optional.empty();
        }
        Object sideways = window.page().evaluate(SIDEWAYS);
        if (!sideways.equals(0)) {
            troubles.add(page.route() + " scrolls sideways by " + sideways + " px at " + width);
        }
        SmallPng.write(window.page().screenshot(new Page.ScreenshotOptions()), folder.resolve(page.picture(width)));
        return Optional.of(window.page().title().replaceAll(" · [^·]*$", ""));
    }

    /** What a buyer would complain of: unreachable pages, pages wider than the window, errors of the console. */
    List<String> troubles() {
        List<String> all = new ArrayList<>(troubles);
        all.addAll(window.complaints());
        return all;
    }

    private boolean reach(GalleryPage page) {
        Optional<String> made = stage.address(page);
        if (page.isOpened() || made.isPresent()) {
            return open(page, made.orElse(page.route()));
        }
        boolean isThere = page.from().contains("{") ? reach(GalleryPages.of(page.from())) : open(page, page.from());
        if (!isThere) {
            return false;
        }
        String here = address();
        if (GalleryPages.isOf(page, here)) {
            return true;
        }
        List<String> links = window.page().locator("main a[href]").all().stream()
                .map(link -> link.getAttribute("href"))
                .filter(address -> GalleryPages.isOf(page, address))
                .toList();
        if (!links.isEmpty()) {
            return open(page, links.getFirst());
        }
        if (page.from().contains("{") && !page.beside(page.from(), here).contains("{")) {
            return open(page, page.beside(page.from(), here));
        }
        troubles.add(page.route() + " has no link on " + here);
        return false;
    }

    private boolean open(GalleryPage page, String address) {
        int status = window.page().navigate(origin + address).status();
        window.page().waitForLoadState(LoadState.NETWORKIDLE);
        window.settle();
        if (status != 200) {
            troubles.add(page.route() + " answers " + status + " at " + address);
        }
        return status == 200;
    }

    private String address() {
        return window.page().url().substring(origin.length());
    }

    @Override
    public void close() {
        window.close();
    }
}
