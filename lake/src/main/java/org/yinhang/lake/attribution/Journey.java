package org.yinhang.lake.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one customer met from a first touch on, for as many days as the window has or until a loan was paid out.
 *
 * @param touches in order, at least one
 * @param end its last possible day, days since 1970
 * @param goal the loan it ended with
 */
record Journey(List<JourneyTouch> touches, long end, Optional<PaidOut> goal) {

    /** The journeys of one customer, in order. */
    static List<Journey> of(CustomerHistory history, int windowDays) {
        List<Journey> journeys = new ArrayList<>();
        List<JourneyTouch> touches = history.touches();
        int next = 0;
        while (next < touches.size()) {
            long began = touches.get(next).day();
            long end = began + windowDays;
            Optional<PaidOut> goal = history.loans().stream()
                    .filter(loan -> loan.day() >= began && loan.day() <= end)
                    .findFirst();
            long last = goal.map(PaidOut::day).orElse(end);
            int from = next;
            while (next < touches.size() && touches.get(next).day() <= last) {
                next++;
            }
            journeys.add(new Journey(touches.subList(from, next), end, goal));
        }
        return journeys;
    }

    /** The day of its first touch. */
    long began() {
        return touches.getFirst().day();
    }

    /** The touches that can have led to the goal. */
    List<JourneyTouch> exposures() {
        return touches.stream().filter(JourneyTouch::isExposure).toList();
    }
}
