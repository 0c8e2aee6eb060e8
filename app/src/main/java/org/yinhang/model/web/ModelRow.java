package org.yinhang.model.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.ModelHealth;
import org.yinhang.model.ModelVersion;
import org.yinhang.shared.list.Meaning;

/**
 * A declared model and how it stands.
 *
 * @param definition its declaration
 * @param newest its newest version; null before the first training
 * @param champion the version in force; null without one
 * @param health what the watch found last about the champion; null when it has not looked yet
 * @param lastScored the day of the newest scores; null without any
 */
record ModelRow(
        ModelDefinition definition,
        @Nullable ModelVersion newest,
        @Nullable ModelVersion champion,
        @Nullable ModelHealth health,
        @Nullable LocalDate lastScored) {

    /** Where a model stands as a whole. */
    enum State {
        UNTRAINED,
        WAITING,
        SOUND,
        UNWATCHED,
        ALERT;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        Meaning meaning() {
            return switch (this) {
                case UNTRAINED -> Meaning.PLAIN;
                case WAITING, UNWATCHED -> Meaning.WATCH;
                case SOUND -> Meaning.GOOD;
                case ALERT -> Meaning.BAD;
            };
        }
    }

    State state() {
        if (newest == null) {
            return State.UNTRAINED;
        }
        if (champion == null) {
            return State.WAITING;
        }
        if (health == null || health.version() != champion.version()) {
            return State.UNWATCHED;
        }
        return health.alerts().isEmpty() ? State.SOUND : State.ALERT;
    }

    /** The version whose figures are shown: the champion, else the newest. */
    Optional<ModelVersion> shown() {
        return Optional.ofNullable(champion).or(() -> Optional.ofNullable(newest));
    }

    double auc() {
        return shown().map(version -> version.figures().auc()).orElse(-1.0);
    }

    double shift() {
        return health == null ? -1 : health.scoreShift();
    }

    String trained() {
        return shown().map(version -> version.figures().asOf()).orElse("");
    }
}
