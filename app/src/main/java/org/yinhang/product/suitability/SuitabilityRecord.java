package org.yinhang.product.suitability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yinhang.core.unit.Money;

/**
 * One time a customer answered the questionnaire.
 *
 * @param customer whose answers they are
 * @param grade they came to
 * @param points they came to
 * @param answers {@code question=choice}, separated by semicolons
 * @param version of the questionnaire
 * @param takenAt when
 * @param takenOn the business day
 * @param validUntil the first day they no longer hold
 * @param income a month at that time; empty where it was not known
 * @param takenBy user name of who took them down
 */
public record SuitabilityRecord(
        int customer,
        CustomerGrade grade,
        int points,
        String answers,
        String version,
        Instant takenAt,
        LocalDate takenOn,
        LocalDate validUntil,
        Optional<Money> income,
        String takenBy) {

    /** An income that moved by more than this part asks for new answers. */
    private static final double CHANGE = 0.3;

    /** Whether the answers may still be relied upon. */
    public enum Standing {
        VALID,
        /** Too old. */
        EXPIRED,
        /** The questionnaire has changed since. */
        OTHER_VERSION,
        /** The income has moved by more than three tenths since. */
        CIRCUMSTANCES_CHANGED
    }

    /**
     * How the answers stand on a day.
     *
     * @param present version of the questionnaire
     * @param incomeNow a month, by what is known now
     */
    public Standing standing(LocalDate day, String present, Optional<Money> incomeNow) {
        if (!day.isBefore(validUntil)) {
            return Standing.EXPIRED;
        }
        if (!version.equals(present)) {
            return Standing.OTHER_VERSION;
        }
        boolean hasMoved = income.filter(then -> then.fen() > 0)
                .flatMap(then -> incomeNow.map(now -> Math.abs(now.fen() - then.fen()) > CHANGE * then.fen()))
                .orElse(false);
        return hasMoved ? Standing.CIRCUMSTANCES_CHANGED : Standing.VALID;
    }
}
