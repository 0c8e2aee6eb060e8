package org.yinhang.decision.rehearsal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of policy, tag or model would have done to the applications of the past months, beside what really happened.
 *
 * @param from first day of the months played
 * @param until the day after the last
 * @param day for which both sets of policies were taken
 * @param snapshot of the lake
 * @param models how many models in force scored the past
 * @param seenUntil last day of which a changed model has seen outcomes, by which it looks better than it is; absent where no
 *     model changes
 * @param applications judged
 * @param left applications for products that do not lend under both
 * @param before the policies in force
 * @param after with the change
 * @param really what happened
 * @param swaps who would be treated alike or differently, and how those really went
 * @param reasons against applications, most frequent first
 * @param months the oldest first
 * @param products by code
 * @param branches by code, most applications first
 * @param groups of protected attributes
 * @param study how bad the loans let through would be; absent where too few outcomes are known
 * @param changed applications whose customers would be told something else, the dearest differences first; a part of them
 *     where there are many
 * @param changedInAll how many there are
 */
public record Rehearsal(
        LocalDate from,
        LocalDate until,
        LocalDate day,
        long snapshot,
        long models,
        @Nullable LocalDate seenUntil,
        int applications,
        int left,
        Side before,
        Side after,
        Really really,
        List<Swap> swaps,
        List<Reason> reasons,
        List<Part> months,
        List<Part> products,
        List<Part> branches,
        List<Group> groups,
        @Nullable Study study,
        List<Changed> changed,
        int changedInAll) {

    /**
     * What policies make of the applications.
     *
     * @param passed without a person
     * @param referred to a person
     * @param refused with a reason
     * @param meanRatePpm of those not refused, in millionths a year; 0 where all are
     * @param limitFen of those not refused
     * @param lossFen expected to be lost on them
     * @param marginFen expected to be left by them
     * @param capBreaches refused because every price the bank can live with is above a cost cap
     */
    public record Side(
            int passed,
            int referred,
            int refused,
            int meanRatePpm,
            long limitFen,
            long lossFen,
            long marginFen,
            int capBreaches) {

        public double passRate() {
            return share(passed);
        }

        public double openRate() {
            return share(passed + referred);
        }

        private double share(int part) {
            int all = passed + referred + refused;
            return all == 0 ? 0 : (double) part / all;
        }
    }

    /**
     * How applications really went.
     *
     * @param applications in all
     * @param approved by the bank at the time
     * @param disbursed paid out
     * @param bad thirty days or more past due so far
     * @param badPrincipalFen paid out on those
     */
    public record Really(int applications, int approved, int disbursed, int bad, long badPrincipalFen) {

        public double badRate() {
            return disbursed == 0 ? 0 : (double) bad / disbursed;
        }
    }

    /**
     * Applications by what both policies say.
     *
     * @param kind {@code both}, {@code entering}, {@code leaving} or {@code neither}, by whether the bank would lend
     * @param really how these went
     */
    public record Swap(String kind, Really really) {}

    /** How often a reason stands against an application, before and after. */
    public record Reason(String code, String zh, String en, int before, int after) {}

    /**
     * A part of the applications.
     *
     * @param name a month, product or branch code
     * @param openBefore not refused
     * @param referredBefore work for people
     */
    public record Part(
            String name, int applications, int openBefore, int openAfter, int referredBefore, int referredAfter) {}

    /**
     * A group of customers by a protected attribute.
     *
     * @param attribute {@code gender} or {@code age}
     * @param group its value
     * @param openBefore part not refused, 0 to 1
     * @param rateBefore mean price of those, in millionths a year
     */
    public record Group(
            String attribute,
            String group,
            int applications,
            double openBefore,
            double openAfter,
            int rateBefore,
            int rateAfter) {}

    /** An estimate with its 95 % interval. */
    public record Estimate(double value, double low, double high) {}

    /**
     * How bad the loans let through would be, by what became of loans like them.
     *
     * @param applications old enough
     * @param outcomes known
     * @param bad of those
     * @param weighedBefore by inverse propensity
     * @param robustBefore doubly robust
     * @param change in bad loans for every 1,000 applications
     * @param supported part of the applications let through after the change whose like was ever lent to
     * @param evidence how many loans seen the estimate after the change is worth
     */
    public record Study(
            int applications,
            int outcomes,
            int bad,
            Estimate weighedBefore,
            Estimate weighedAfter,
            Estimate robustBefore,
            Estimate robustAfter,
            Estimate change,
            double supported,
            double evidence) {}

    /** An application whose customer would be told something else; outcomes as {@code passed}, {@code referred}, {@code refused}. */
    public record Changed(
            int customer,
            LocalDate day,
            String product,
            String before,
            String after,
            int rateBefore,
            int rateAfter,
            long limitBefore,
            long limitAfter,
            List<String> codes) {}
}
