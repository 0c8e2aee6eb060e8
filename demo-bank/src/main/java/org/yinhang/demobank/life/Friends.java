package org.yinhang.demobank.life;

import org.yinhang.demobank.person.People;
import org.yinhang.demobank.world.Dice;

/** People send money to neighbours in the order of customer numbers, mostly always the same one. */
final class Friends {

    private Friends() {}

    /** Current account of a friend. */
    static long of(Today today, Dice dice) {
        return ((long) number(today, dice.chance(0.7) ? 0 : dice.below(12)) << 4) | 1;
    }

    /** A neighbour's customer number. */
    static int number(Today today, int which) {
        int own = today.number();
        int base = own / People.NEIGHBOURS * People.NEIGHBOURS;
        int offset = (own - base + 5 + which * 7) % People.NEIGHBOURS;
        int friend = base + offset;
        return friend < today.world.customers() && friend != own ? friend : Math.max(0, own - 1);
    }
}
