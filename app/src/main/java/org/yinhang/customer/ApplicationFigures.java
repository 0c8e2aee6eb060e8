package org.yinhang.customer;

import java.util.List;
import org.yinhang.core.unit.Money;

/**
 * Applications as the credit factory finds them at the end of a business day.
 *
 * @param intakeToday applications submitted that day
 * @param intakeUsual submitted on an average day of the thirty before
 * @param approved approved in the last thirty days
 * @param rejected rejected in the last thirty days
 * @param open applications still under way, by the stage they stand in, in the order of the process
 * @param reasons why applications were rejected in the last thirty days, the most frequent first
 */
public record ApplicationFigures(
        long intakeToday,
        double intakeUsual,
        long approved,
        long rejected,
        List<OpenStage> open,
        List<Reason> reasons) {

    public ApplicationFigures {
        open = List.copyOf(open);
        reasons = List.copyOf(reasons);
    }

    /**
     * Applications that stand in one stage.
     *
     * @param stage code of the stage
     * @param amount asked for, over all
     * @param upToOneDay how many reached the stage within the last day
     * @param upToThreeDays one to three days ago
     * @param upToSevenDays three to seven days ago
     * @param older longer ago
     */
    public record OpenStage(
            String stage, Money amount, long upToOneDay, long upToThreeDays, long upToSevenDays, long older) {

        /** How many stand in it. */
        public long applications() {
            return upToOneDay + upToThreeDays + upToSevenDays + older;
        }
    }

    /**
     * A reason of rejections.
     *
     * @param code of the reason, empty where none was stated
     */
    public record Reason(String code, long applications) {}

    /** Whether there is anything to tell. */
    public boolean isEmpty() {
        return open.isEmpty() && approved + rejected == 0 && intakeToday == 0 && intakeUsual == 0;
    }

    /** The share of decisions that approved, 0 to 1; 0 without a decision. */
    public double approvalRate() {
        return approved + rejected == 0 ? 0 : (double) approved / (approved + rejected);
    }
}
