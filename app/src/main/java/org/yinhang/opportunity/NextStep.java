package org.yinhang.opportunity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was agreed to do next. */
public enum NextStep {
    /** Call again tomorrow. */
    TOMORROW(1),
    /** Call again in three days. */
    THREE_DAYS(3),
    /** Call again in a week. */
    WEEK(7),
    /** A word of care in a month, and no selling. */
    CARE(30),
    /** A meeting at the branch. */
    APPOINTMENT(1),
    /** The customer applied: see to it in two days. */
    APPLIED(2),
    /** Given up. */
    GIVE_UP(0);

    private static final LocalTime MEETING = LocalTime.of(10, 0);

    private final int days;

    NextStep(int days) {
        this.days = days;
    }

    /** Its name in tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String messageKey() {
        return "opportunity.step." + key();
    }

    /** The step of a name. */
    public static Optional<NextStep> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /**
     * When, unless the customer named another time: calls at the first good hour, meetings at ten.
     *
     * @param today the business date
     */
    public Optional<LocalDateTime> usually(LocalDate today, WorkSettings settings) {
        return switch (this) {
            case GIVE_UP -> Optional.empty();
            case APPOINTMENT -> Optional.of(today.plusDays(days).atTime(MEETING));
            case TOMORROW, THREE_DAYS, WEEK, CARE, APPLIED ->
                Optional.of(today.plusDays(days).atTime(settings.firstGoodHour()));
        };
    }

    /** Whether it is a further talk, and not yet a meeting, an application or the end. */
    public boolean isTalk() {
        return switch (this) {
            case TOMORROW, THREE_DAYS, WEEK, CARE -> true;
            case APPOINTMENT, APPLIED, GIVE_UP -> false;
        };
    }

    /** How far an opportunity has come once this is agreed. */
    OpportunityStage stageAfter(OpportunityStage before, CallOutcome outcome, Optional<Need> need) {
        return switch (this) {
            case GIVE_UP -> OpportunityStage.LOST;
            case APPLIED -> OpportunityStage.APPLIED;
            case APPOINTMENT -> further(before, OpportunityStage.APPOINTED);
            case TOMORROW, THREE_DAYS, WEEK, CARE ->
                further(
                        before,
                        outcome == CallOutcome.REACHED && need.isPresent()
                                ? OpportunityStage.INTERESTED
                                : OpportunityStage.CONTACTED);
        };
    }

    /** Nothing agreed takes back what was reached before. */
    private static OpportunityStage further(OpportunityStage before, OpportunityStage now) {
        return before.compareTo(now) > 0 ? before : now;
    }
}
