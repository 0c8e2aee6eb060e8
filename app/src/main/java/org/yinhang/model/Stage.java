package org.yinhang.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a version of a model stands; nothing scores customers for decisions before it is champion. */
public enum Stage {
    /** Trained, looked at by nobody. */
    DRAFT,
    /** Its figures were checked by somebody who knows the field. */
    VALIDATED,
    /** Allowed to be used, by somebody who did not train it, with an impact assessment. */
    APPROVED,
    /** Scores beside the champion without deciding anything. */
    CHALLENGER,
    /** The one in force. */
    CHAMPION,
    /** Out of use; a former champion can come back. */
    RETIRED;

    /** Where a version may go from here. A champion is retired by the next one, and comes back only by a roll-back. */
    public Set<Stage> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(VALIDATED, RETIRED);
            case VALIDATED -> EnumSet.of(APPROVED, RETIRED);
            case APPROVED -> EnumSet.of(CHALLENGER, CHAMPION, RETIRED);
            case CHALLENGER -> EnumSet.of(CHAMPION, RETIRED);
            case CHAMPION -> EnumSet.of(RETIRED);
            case RETIRED -> EnumSet.noneOf(Stage.class);
        };
    }

    /** The message key of its name. */
    public String messageKey() {
        return "model.stage." + name().toLowerCase(Locale.ROOT);
    }
}
