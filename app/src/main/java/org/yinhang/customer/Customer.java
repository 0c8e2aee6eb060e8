package org.yinhang.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.unit.Money;

/**
 * A customer as lists and headings show them: the operational row, the name masked.
 *
 * @param number dense customer number
 * @param maskedName such as 张*; empty where no name is stored
 * @param gender {@code f}, {@code m} or null
 * @param birthDate date of birth, where the bank has it
 * @param statedAge age in years, where the bank has only that
 * @param marital code of the canonical column
 * @param education code of the canonical column
 * @param occupation code of the canonical column
 * @param city where they live
 * @param employer the employer's name, or its code where the register has no name
 * @param employerClass admission class of the employer, 1 (best) to 12
 * @param monthlyIncome of a month
 * @param joinedOn customer since
 * @param tier stratification by contribution
 * @param aum deposits and wealth products
 * @param granted lines in force
 * @param used drawn from them
 * @param loanBalance outstanding on all loans
 * @param overdueDays days past due of the worst loan, 0 when none is
 * @param products codes of what they hold
 * @param lastContact when the bank last approached them
 * @param lastOutcome what came of it
 * @param consent what may be done with them
 * @param complaintOpen whether a complaint is not resolved
 * @param deceased whether they have died
 * @param branch where they belong
 * @param manager who keeps them
 */
public record Customer(
        int number,
        String maskedName,
        @Nullable String gender,
        @Nullable LocalDate birthDate,
        @Nullable Integer statedAge,
        @Nullable String marital,
        @Nullable String education,
        @Nullable String occupation,
        @Nullable String city,
        @Nullable String employer,
        @Nullable Integer employerClass,
        @Nullable Money monthlyIncome,
        @Nullable LocalDate joinedOn,
        Tier tier,
        Money aum,
        Money granted,
        Money used,
        Money loanBalance,
        int overdueDays,
        List<String> products,
        @Nullable Instant lastContact,
        @Nullable String lastOutcome,
        ConsentSummary consent,
        boolean complaintOpen,
        boolean deceased,
        Place branch,
        @Nullable Place manager) {

    public Customer {
        products = List.copyOf(products);
    }

    /** A code of the bank with its name: a branch, a member of staff. */
    public record Place(String code, String name) {}

    /**
     * What the customer has agreed to, as of the last refresh.
     *
     * @param channels channels on which marketing is agreed to; {@code *} stands for a consent without a channel
     * @param profilingRefused whether automated decisions were refused
     */
    public record ConsentSummary(List<String> channels, boolean profilingRefused) {

        public ConsentSummary {
            channels = List.copyOf(channels);
        }
    }

    /** Granted and not drawn (已授信未用信); never below zero. */
    public Money unused() {
        Money left = granted.minus(used);
        return left.isNegative() ? Money.ZERO : left;
    }

    /** Age in whole years on a day, where it is known. */
    public OptionalInt age(LocalDate on) {
        if (birthDate != null) {
            return OptionalInt.of(Period.between(birthDate, on).getYears());
        }
        return statedAge == null ? OptionalInt.empty() : OptionalInt.of(statedAge);
    }

    /** The name of who keeps them, if anyone does. */
    public Optional<Place> keeper() {
        return Optional.ofNullable(manager);
    }
}
