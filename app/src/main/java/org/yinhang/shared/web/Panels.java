package org.yinhang.shared.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import yinhang.pages.Templates;

/** Gathers the panels of a page. One that fails shows its fault in place; the page stands. */
@Component
public class Panels {

    private static final Logger LOG = LoggerFactory.getLogger(Panels.class);

    private final List<Panel<?>> panels;
    private final Templates templates;

    Panels(List<Panel<?>> panels, Templates templates) {
        this.panels = panels.stream()
                .sorted(Comparator.<Panel<?>>comparingInt(Panel::order)
                        .thenComparing(panel -> panel.getClass().getName()))
                .toList();
        this.templates = templates;
    }

    /** Every panel of this subject the viewer may see and that has something to say, in order. */
    public <S> List<PanelContent> of(S subject, PageFrame page) {
        return panels.stream()
                .filter(panel ->
                        panel.subject().isInstance(subject) && page.signedIn().hasAnyOf(panel.roles()))
                .flatMap(panel -> filled(panel, subject, page))
                .toList();
    }

    private <P> Stream<PanelContent> filled(Panel<P> panel, Object subject, PageFrame page) {
        try {
            Optional<PanelContent> content = panel.show(panel.subject().cast(subject), page);
            return content.stream();
        } catch (RuntimeException e) {
            LOG.error("Panel {} could not be filled", panel.getClass().getName(), e);
            String name = panel.getClass().getSimpleName();
            return Stream.of(PanelContent.of(page.t("panel.failed.title"), templates.sharedPanelFailed(page, name)));
        }
    }
}
