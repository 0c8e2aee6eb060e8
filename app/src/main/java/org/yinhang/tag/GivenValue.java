package org.yinhang.tag;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A value of a tag that somebody gave to a customer.
 *
 * @param id its number
 * @param tag the tag
 * @param customer the customer's number
 * @param value as {@link GivenText} writes it
 * @param from the first day it counts
 * @param until the last day it counts; empty until somebody ends it
 * @param isByHand set by hand, not brought in a file
 * @param reason why it was set; of a file its name
 * @param setBy user name
 * @param setAt when
 */
public record GivenValue(
        long id,
        String tag,
        int customer,
        String value,
        LocalDate from,
        Optional<LocalDate> until,
        boolean isByHand,
        String reason,
        String setBy,
        Instant setAt) {}
