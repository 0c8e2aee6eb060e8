package org.yinhang.core.alert;

import java.util.List;

/**
 * A conversion departed from its history.
 *
 * @param day the last day judged, counted from the first of the history
 * @param length over how many days up to it
 * @param expected conversions expected of those who began
 * @param found conversions found
 * @param z the strongest difference in standard errors, of everybody or of a part; negative for a drop
 * @param dimension the dimension that explains it; empty when it is everywhere alike
 * @param causes the values behind it, the one that explains most first
 */
public record ConversionAlert(
        int day, int length, double expected, double found, double z, String dimension, List<Cause> causes) {

    public ConversionAlert {
        causes = List.copyOf(causes);
    }

    /**
     * A value of the dimension.
     *
     * @param value such as sms
     * @param expected conversions expected of it
     * @param found conversions found
     * @param explains the share of the whole difference that is its
     */
    public record Cause(String value, double expected, double found, double explains) {}
}
