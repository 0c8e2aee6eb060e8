package org.yinhang.demobank.person;

import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/** Which customers share a home: every eight neighbouring numbers are divided into households of one to three. */
public final class Homes {

    private static final int GROUP = 8;
    private static final int[][] DIVISIONS = {
        {2, 1, 1, 2, 1, 1},
        {1, 1, 1, 1, 2, 2},
        {3, 1, 2, 1, 1},
        {1, 2, 1, 1, 1, 1, 1},
        {2, 2, 1, 1, 1, 1},
        {1, 1, 3, 2, 1}
    };

    private Homes() {}

    /** The home of a customer, the same for every member. */
    public static Home of(Dice dice, int customer) {
        int group = customer / GROUP;
        dice.about(group).forever(Purpose.HOUSEHOLD);
        int[] division = DIVISIONS[dice.below(DIVISIONS.length)];
        int first = group * GROUP;
        int index = 0;
        while (customer >= first + division[index]) {
            first += division[index];
            index++;
        }
        dice.about(first).on(1, Purpose.HOUSEHOLD);
        int members = division[index];
        boolean couple = members >= 2 && dice.chance(0.85);
        int children = couple || dice.chance(0.3) ? dice.weighted(0.35, 0.45, 0.17, 0.03) : 0;
        int size = Math.max(members, (couple ? 2 : 1 + dice.below(2)) + children);
        boolean owned = dice.chance(couple ? 0.68 : 0.42);
        return new Home(first, first, members, couple, size, children, owned, dice.weighted(0.48, 0.42, 0.10));
    }
}
