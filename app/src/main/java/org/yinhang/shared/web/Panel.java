package org.yinhang.shared.web;

import java.util.Optional;
import java.util.Set;
import org.yinhang.shared.Role;

/**
 * A part of a page that any module may contribute by declaring a bean: the page asks for every panel of its subject and
 * knows none by name.
 *
 * @param <S> what the page is about, such as {@link HomeSubject}
 */
public interface Panel<S> {

    /** The pages it belongs on. */
    Class<S> subject();

    /** Where it stands among the others, smallest first. */
    int order();

    /** Who sees it. */
    Set<Role> roles();

    /**
     * Fills the panel, or leaves it out where there is nothing to say.
     *
     * @param subject what the page is about
     * @param page the frame, for words, formats and viewer
     */
    Optional<PanelContent> show(S subject, PageFrame page);
}
