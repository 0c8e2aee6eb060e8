package org.yinhang.demobank.life;

import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/**
 * Good and bad luck: payment distress (a job lost, a business failing) begins and ends, incomes grow, people die.
 *
 * <pre>onset a day = employer's yearly rate · person's risk · (1 + 1.5·min(1, monthly dues / income)) / 365</pre>
 *
 * Distress ends each day with probability 1/120.
 */
final class Fortune {

    /** Probability a day that distress ends. */
    static final double RECOVERY = 1 / 120.0;

    private Fortune() {}

    static void play(Today today) {
        CustomerState state = today.state;
        Dice dice = today.dice(Purpose.FORTUNE);
        double luck = dice.uniform();
        if (state.distressed) {
            if (luck < RECOVERY) {
                state.distressed = false;
                today.writeCustomer();
            }
        } else if (luck < onset(today.person(), state)) {
            state.distressed = true;
            today.writeCustomer();
        }
        if (today.day().ofMonth() == 1) {
            firstOfMonth(today, dice);
        }
    }

    private static void firstOfMonth(Today today, Dice dice) {
        CustomerState state = today.state;
        int age = today.person().age(today.day().number());
        if (dice.chance(0.00003 * Math.exp((age - 40) * 0.085))) {
            state.deceased = true;
            today.writeCustomer();
        } else if (today.day().month() == 4) {
            double raise = Math.clamp(1.025 + 0.04 * dice.normal(), 0.9, 1.25);
            state.incomePermille = (int) Math.round(state.incomePermille * raise);
            today.writeCustomer();
        }
        if (state.inquiries > 0 && dice.chance(0.35)) {
            state.inquiries--;
        }
    }

    /** Probability that distress begins on a day. */
    static double onset(Person person, CustomerState state) {
        double load =
                Math.min(1, state.monthlyDue / (double) Math.max(1, person.job().monthlyIncome()));
        return person.job().distressRate() * person.temper().risk() * (1 + 1.5 * load) / 365;
    }

    /**
     * Probability that a loan held is ninety days past due within twelve months. Distress that begins at a random
     * moment of the month must outlast the days to the next due day (1 to 30) and ninety more; it must begin at least
     * 105 days before the year is over.
     */
    static double defaultWithinAYear(Person person, CustomerState state) {
        if (state.deceased) {
            return 1;
        }
        double stay = 1 - RECOVERY;
        double lasting = Math.pow(stay, 91) * (1 - Math.pow(stay, 30)) / (30 * RECOVERY);
        if (state.distressed) {
            return lasting;
        }
        return 1 - Math.pow(1 - onset(person, state) * lasting, 260);
    }
}
