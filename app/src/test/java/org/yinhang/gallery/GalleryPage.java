package org.yinhang.gallery;

import java.util.regex.Pattern;

/**
 * A page of the workbench as the gallery shows it.
 *
 * @param route its address as its controller declares it, such as {@code /decisions/{id}}
 * @param user the demo user who opens it; empty for a page of strangers
 * @param from the address, or the route of another page here, where the first link to it is followed; its own address where it is
 *     simply opened
 */
record GalleryPage(String route, String user, String from) {

    private static final String BLANK = "\\{\\w+}";

    static GalleryPage at(String route, String user) {
        return new GalleryPage(route, user, route);
    }

    static GalleryPage behind(String from, String route, String user) {
        return new GalleryPage(route, user, from);
    }

    boolean isOpened() {
        return from.equals(route);
    }

    /** What its pictures are called: {@code decisions-id} for {@code /decisions/{id}}. */
    String name() {
        return route.equals("/")
                ? "home-" + user
                : route.substring(1).replaceAll("[{}]", "").replace('/', '-');
    }

    /** The file of the picture that many pixels wide. */
    String picture(int width) {
        return name() + "-" + width + ".png";
    }

    /** Whether an address, its query cut off, is this page's. */
    boolean leadsHere(String address) {
        return Pattern.matches(route.replaceAll(BLANK, "[^/]+"), address.replaceAll("[?#].*", ""));
    }

    /** This page's address for what another address, of a route whose blanks begin like this one's, is about. */
    String beside(String otherRoute, String otherAddress) {
        String[] known = otherAddress.replaceAll("[?#].*", "").split("/");
        String[] blanks = otherRoute.split("/");
        String address = route;
        for (int i = 0; i < blanks.length; i++) {
            address = blanks[i].matches(BLANK) ? address.replace(blanks[i], known[i]) : address;
        }
        return address;
    }
}
