package org.yinhang.campaign;

import java.util.Map;
import org.yinhang.audience.PassRate;

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
 * @param approval how many of those who would be touched would be approved if they applied
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
        PassRate approval,
        PowerPlan power) {

    /** The share that passes, of those asked about; 0 when nobody was asked. */
    public double passRate() {
        return asked == 0 ? 0 : (double) passed / asked;
    }

    /** Touches the first wave is expected to send. */
    public long expected() {
        return Math.round((chosen - control - heldOut) * passRate());
    }

    /** Of these, how many are expected to reach somebody the bank would refuse; 0 while that is unknown. */
    public long wasted() {
        return approval.wastedOf(expected());
    }

    /** What these cost, at most. */
    public long wastedFen() {
        long touched = chosen - control - heldOut;
        return touched == 0 ? 0 : Math.round((double) costFen / touched * wasted());
    }
}
