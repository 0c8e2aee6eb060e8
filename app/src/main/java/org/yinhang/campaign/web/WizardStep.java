package org.yinhang.campaign.web;

import java.util.Locale;
import java.util.Optional;

/** The steps from goal to launch, in their order. */
public enum WizardStep {
    GOAL,
    AUDIENCE,
    WAVES,
    SCHEDULE,
    REVIEW;

    /** Its name in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "campaign.step." + key();
    }

    /** The step of a name. */
    static Optional<WizardStep> of(String key) {
        for (WizardStep step : values()) {
            if (step.key().equals(key)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** The one after; the last is its own. */
    WizardStep next() {
        return switch (this) {
            case GOAL -> AUDIENCE;
            case AUDIENCE -> WAVES;
            case WAVES -> SCHEDULE;
            case SCHEDULE, REVIEW -> REVIEW;
        };
    }
}
