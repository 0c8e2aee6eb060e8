package org.yinhang.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The guards of a campaign, asked in the order of REGULATION. Each is a pure function of the customer; every refusal
 * is kept, not only the first, and whatever is not known counts as refused.
 */
public final class Guards {

    /** One rule: looks at a customer and may refuse. */
    @FunctionalInterface
    private interface Guard {
        Optional<ReasonCode> refusal(GuardSubject subject);
    }

    private final GuardSettings settings;
    private final List<Guard> guards;

    public Guards(GuardSettings settings) {
        this.settings = settings;
        this.guards = List.of(
                this::marketingConsent,
                this::automatedDecisionOptOut,
                this::complaintHold,
                this::overdueHold,
                this::deceasedHold,
                this::minorHold,
                this::ageRange,
                this::attempts,
                this::coolDownAfterRefusal,
                this::recentContact);
    }

    /** Every reason not to contact this customer at all, in the order of the guards; empty when none refuses. */
    public List<ReasonCode> refusals(GuardSubject subject) {
        List<ReasonCode> refusals = new ArrayList<>();
        for (Guard guard : guards) {
            guard.refusal(subject).ifPresent(refusals::add);
        }
        return List.copyOf(refusals);
    }

    /** Whether this customer may be contacted through a channel; a channel's own answer outranks the general one. */
    public boolean allowsChannel(GuardSubject subject, String channel) {
        if (settings.consentWaiver().isPresent()) {
            return true;
        }
        Boolean own = subject.marketingConsents().get(channel);
        return own != null
                ? own
                : Boolean.TRUE.equals(subject.marketingConsents().get(""));
    }

    private Optional<ReasonCode> marketingConsent(GuardSubject subject) {
        boolean consented = settings.consentWaiver().isPresent()
                || subject.marketingConsents().containsValue(true);
        return when(!consented, ReasonCode.NO_MARKETING_CONSENT);
    }

    private Optional<ReasonCode> automatedDecisionOptOut(GuardSubject subject) {
        return when(subject.profilingRefused(), ReasonCode.AUTOMATED_DECISION_OPT_OUT);
    }

    private Optional<ReasonCode> complaintHold(GuardSubject subject) {
        return when(subject.complaintOpen(), ReasonCode.COMPLAINT_OPEN);
    }

    private Optional<ReasonCode> overdueHold(GuardSubject subject) {
        return when(subject.loanOverdue(), ReasonCode.LOAN_OVERDUE);
    }

    private Optional<ReasonCode> deceasedHold(GuardSubject subject) {
        return when(subject.deceased(), ReasonCode.DECEASED);
    }

    private Optional<ReasonCode> minorHold(GuardSubject subject) {
        return when(subject.age().orElse(0) < 18, ReasonCode.MINOR);
    }

    private Optional<ReasonCode> ageRange(GuardSubject subject) {
        int age = subject.age().orElse(0);
        return when(
                age >= 18 && (age < settings.lowestAge() || age > settings.highestAge()), ReasonCode.AGE_OUT_OF_RANGE);
    }

    private Optional<ReasonCode> attempts(GuardSubject subject) {
        return when(subject.attempt() > settings.maximumAttempts(), ReasonCode.ATTEMPTS_EXHAUSTED);
    }

    private Optional<ReasonCode> coolDownAfterRefusal(GuardSubject subject) {
        if (!subject.previousRefused() || settings.coolDownDays() == 0) {
            return Optional.empty();
        }
        boolean tooSoon = subject.daysSincePrevious().isPresent()
                ? subject.daysSincePrevious().getAsInt() < settings.coolDownDays()
                : !settings.contactWhenUnknown();
        return when(tooSoon, ReasonCode.COOL_DOWN_AFTER_REFUSAL);
    }

    private Optional<ReasonCode> recentContact(GuardSubject subject) {
        return when(
                subject.daysSincePrevious().isPresent()
                        && subject.daysSincePrevious().getAsInt() < settings.daysBetweenContacts(),
                ReasonCode.CONTACTED_RECENTLY);
    }

    private static Optional<ReasonCode> when(boolean refused, ReasonCode code) {
        return refused ? Optional.of(code) : Optional.empty();
    }
}
