package org.yinhang.customer.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/**
 * A customer's credit with us: what was granted, drawn, borrowed, repaid and applied for.
 *
 * @param lines credit lines, those in force first
 * @param loans loans, those with a balance first
 * @param repaid how instalments were paid over the last twelve months
 * @param applications applications with the stage each has reached, the newest first
 */
public record CreditFacts(List<Line> lines, List<Loan> loans, Repaid repaid, List<Application> applications) {

    public CreditFacts {
        lines = List.copyOf(lines);
        loans = List.copyOf(loans);
        applications = List.copyOf(applications);
    }

    /**
     * A credit line as it stands.
     *
     * @param lastUsedOn when it was last drawn on, or null when never
     */
    public record Line(
            @Nullable String product,
            @Nullable String status,
            Money granted,
            Money used,
            @Nullable Rate rate,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate lastUsedOn) {}

    /**
     * A loan as it stands.
     *
     * @param dpd days past due now
     * @param worstDpd the most days it ever was
     */
    public record Loan(
            @Nullable String product,
            @Nullable String status,
            Money principal,
            Money balance,
            @Nullable Rate rate,
            @Nullable LocalDate disbursedOn,
            @Nullable LocalDate maturesOn,
            int dpd,
            int worstDpd) {}

    /**
     * Instalments of twelve months.
     *
     * @param instalments paid
     * @param late of these, paid after the day
     * @param worstDaysLate the most days
     */
    public record Repaid(long instalments, long late, int worstDaysLate) {}

    /** An application and the stage it has reached. */
    public record Application(
            @Nullable String product,
            String stage,
            Instant at,
            @Nullable String channel,
            @Nullable Money amount,
            @Nullable Rate rate,
            @Nullable String rejectReason) {}
}
