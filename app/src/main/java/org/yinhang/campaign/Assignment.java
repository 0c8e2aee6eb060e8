package org.yinhang.campaign;

import java.util.List;
import org.yinhang.shared.Lot;

/**
 * Who belongs to which arm: decided by a hash of salt and customer number, so that nobody chooses and asking again gives
 * the same answer. Different salts give assignments that know nothing of each other.
 */
public final class Assignment {

    /** The arm of those left untouched. */
    public static final String CONTROL = "control";

    /** The arm of the only way there is. */
    public static final String TREATED = "treated";

    /** The experiment of the standing hold-out, beside those of campaigns. */
    public static final String HOLD_OUT = "hold-out";

    /** The arm of those no campaign touches. */
    public static final String HELD = "held";

    /** The arm of those campaigns may touch. */
    public static final String FREE = "free";

    private Assignment() {}

    /**
     * The arm of a customer.
     *
     * @param controlPercent of all, left untouched
     * @param arms of the rest; none for one way
     */
    public static String arm(String salt, int customer, int controlPercent, List<CampaignArm> arms) {
        if (Lot.isAmong(controlPercent, salt, customer)) {
            return CONTROL;
        }
        if (arms.isEmpty()) {
            return TREATED;
        }
        // A second salt: the split of the treated must not depend on how many are not.
        int place = Lot.place(salt + "/arms", customer);
        int until = 0;
        for (CampaignArm arm : arms) {
            until += arm.percent() * (Lot.PARTS / 100);
            if (place < until) {
                return arm.code();
            }
        }
        return arms.getLast().code();
    }

    /** The probability with which a customer comes into an arm, from 0 to 1. */
    public static double probability(String arm, int controlPercent, List<CampaignArm> arms) {
        double control = controlPercent / 100.0;
        if (arm.equals(CONTROL)) {
            return control;
        }
        return arms.stream()
                .filter(each -> each.code().equals(arm))
                .mapToDouble(each -> (1 - control) * each.percent() / 100)
                .findFirst()
                .orElse(1 - control);
    }
}
