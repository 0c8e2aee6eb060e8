package org.yinhang.shared.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.crypto.ColumnCipher;

/** What lists offer beside their rows: actions on chosen rows, saved views, and addresses that do not tell what was searched for. */
@Component
public class Lists {

    /** A text searched for may be a name or an identity number, and addresses end up in logs; so it stands there encrypted. */
    private static final String SEALED = "~";

    private static final String COLUMN = "list.search";

    private final List<ListAction> actions;
    private final SavedViewRepository views;
    private final ColumnCipher cipher;

    Lists(List<ListAction> actions, SavedViewRepository views, ColumnCipher cipher) {
        this.actions = actions.stream()
                .sorted(Comparator.comparingInt(ListAction::order).thenComparing(ListAction::messageKey))
                .toList();
        this.views = views;
        this.cipher = cipher;
    }

    /** What a viewer may do with rows of a list. */
    public List<ListAction> actions(String list, Viewer viewer) {
        return actions.stream()
                .filter(action -> action.list().equals(list) && viewer.hasAnyOf(action.roles()))
                .toList();
    }

    /** The viewer's own views of a list, by name. */
    public List<SavedView> views(String list, Viewer viewer) {
        return views.of(viewer.userId(), list);
    }

    /** The question a list opens with for this viewer, where they chose one. */
    public Optional<String> openingQuestion(String list, Viewer viewer) {
        return views.defaultQuestion(viewer.userId(), list);
    }

    /** A text as it may stand in an address. */
    public String sealed(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return SEALED + Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.encrypt(COLUMN, text));
    }

    /** The text an address stands for; nothing where it was altered. A text that is not sealed stands for itself. */
    public String opened(String text) {
        if (!text.startsWith(SEALED)) {
            return text;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(1).getBytes(StandardCharsets.US_ASCII));
            return cipher.decrypt(COLUMN, bytes);
        } catch (IllegalArgumentException | FaultException e) {
            return "";
        }
    }
}
