package org.yinhang.campaign;

import java.util.Map;

/**
 * What the first wave would come to if it left now.
 *
 * @param chosen customers of the audience
 * @param control of these, expected to be left untouched
 * @param heldOut of these, expected in the standing hold-out
 * @param asked customers the guards were asked about, a part of the rest
 * @param passed of these, how many nothing stands against
 * @param reasons how often each reason stands against one, the most frequent first
 * @param costFen expected cost of the wave, at most
 * @param power what the comparison with the control group can show
 */
public record LaunchRehearsal(
        long chosen,
        long control,
        long heldOut,
        long asked,
        long passed,
        Map<String, Long> reasons,
        long costFen,
        PowerPlan power) {

    /** The share that passes, of those asked about; 0 when nobody was asked. */
    public double passRate() {
        return asked == 0 ? 0 : (double) passed / asked;
    }

    /** Touches the first wave is expected to send. */
    public long expected() {
        return Math.round((chosen - control - heldOut) * passRate());
    }
}
