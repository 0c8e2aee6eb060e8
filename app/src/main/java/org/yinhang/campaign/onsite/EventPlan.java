package org.yinhang.campaign.onsite;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What an event is to be: a theme that catches the eye, a programme that moves people, a precise entry of the product.
 *
 * @param theme what guests read on the invitation; 1 to 60 characters
 * @param programme what happens, in order
 * @param entry where and how the product comes in
 * @param product code of the product
 * @param branch code of the branch that holds it
 * @param place where
 * @param day when
 * @param from first hour
 * @param until last hour
 * @param expected how many guests there is room for
 */
public record EventPlan(
        String theme,
        String programme,
        String entry,
        String product,
        String branch,
        String place,
        LocalDate day,
        LocalTime from,
        LocalTime until,
        int expected) {}
