package org.yinhang.shared.web;

import gg.jte.Content;
import java.util.Optional;

/**
 * A filled panel.
 *
 * @param title what it tells, a few words
 * @param isWide whether it takes the full width
 * @param body the filled template inside
 * @param more the address of the page with everything, if there is one
 */
public record PanelContent(String title, boolean isWide, Content body, Optional<String> more) {

    /** A panel of half the width that leads nowhere. */
    public static PanelContent of(String title, Content body) {
        return new PanelContent(title, false, body, Optional.empty());
    }

    /** A panel of half the width that leads to a page. */
    public static PanelContent of(String title, Content body, String more) {
        return new PanelContent(title, false, body, Optional.of(more));
    }

    /** The same over the full width. */
    public PanelContent wide() {
        return new PanelContent(title, true, body, more);
    }
}
