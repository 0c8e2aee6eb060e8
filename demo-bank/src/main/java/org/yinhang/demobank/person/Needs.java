package org.yinhang.demobank.person;

import java.util.HashMap;
import java.util.Map;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.world.Day;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/**
 * How much a customer needs each offer in one week, 0 (not at all) to about 3 (urgently). A pure function of the
 * person and the week. One thread at a time.
 */
public final class Needs {

    private static final int DAYS = 7;
    private static final int QUARTER = 13;
    private static final int EMERGENCY = 5;

    private final double[] level = new double[Offer.ALL.size()];
    private final Dice dice;
    private final Map<Integer, Day> weeks = new HashMap<>();
    private int week = Integer.MIN_VALUE;
    private int customer = -1;
    private Offer strongest = Offer.REVOLVING;

    public Needs(Dice dice) {
        this.dice = dice;
    }

    /** Turns to the week of a day. */
    public void turnTo(Person person, Day today) {
        int now = Math.floorDiv(today.number(), DAYS);
        if (now == week && customer == person.number()) {
            return;
        }
        week = now;
        customer = person.number();
        // The season of the week's first day holds all week, on whichever day of it the computation happens.
        Day day = weeks.computeIfAbsent(now, w -> Day.of(w * DAYS));
        Cycles cycles = person.cycles();
        set(Offer.REVOLVING, 0.25 + cycles.cash() * (0.6 + day.cashNeed()) + emergency(person));
        set(Offer.INSTALMENT, 0.15 + cycles.shopping() * (0.5 + 1.3 * day.shoppingNeed()));
        set(Offer.CARD_INSTALMENT, person.cardHolder() ? 0.1 + cycles.shopping() * (0.6 + day.shoppingNeed()) : 0);
        set(Offer.CAR, 2.3 * pulse(cycles.carWeek(), cycles.carEvery(), 9));
        set(Offer.RENOVATION, 2.5 * pulse(cycles.renovationWeek(), cycles.renovationEvery(), 11));
        set(Offer.EDUCATION, cycles.school() * (0.1 + 1.2 * day.schoolNeed()));
        set(Offer.BUSINESS, person.job().smallBusiness() ? business(cycles) : 0);
        strongest = Offer.REVOLVING;
        for (Offer offer : Offer.ALL) {
            if (of(offer) > of(strongest)) {
                strongest = offer;
            }
        }
    }

    /** The need for an offer in the present week. */
    public double of(Offer offer) {
        return level[offer.index()];
    }

    /** The offer needed most in the present week. */
    public Offer strongest() {
        return strongest;
    }

    private void set(Offer offer, double need) {
        level[offer.index()] = need;
    }

    /** One customer in ten has an emergency in a quarter; it is felt for five weeks. */
    private double emergency(Person person) {
        int quarter = Math.floorDiv(week, QUARTER);
        dice.about(person.number()).on(quarter, Purpose.NEED);
        boolean struck = dice.chance(0.07 + 0.12 * person.temper().outsideDebt());
        int start = quarter * QUARTER + dice.below(QUARTER - EMERGENCY);
        return struck && week >= start && week < start + EMERGENCY ? 1.5 : 0;
    }

    private double business(Cycles cycles) {
        return 0.9 + 0.9 * Math.cos(2 * Math.PI * (week - cycles.businessPhase()) / 26.0);
    }

    /** A bell around each return of the event, felt mostly in the weeks before it. */
    private double pulse(int at, int every, double width) {
        if (every == 0) {
            return 0;
        }
        int since = Math.floorMod(week - at, every);
        int away = since > every / 2 ? since - every : since;
        if (away > width || away < -3 * width) {
            return 0;
        }
        double x = (away + width * 0.6) / width;
        return Math.exp(-0.5 * x * x);
    }
}
