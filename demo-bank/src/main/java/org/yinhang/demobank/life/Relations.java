package org.yinhang.demobank.life;

import org.yinhang.demobank.person.Home;
import org.yinhang.demobank.person.People;
import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/** Who a customer is related to: family at home, colleagues, who referred whom, who sends money to whom. */
final class Relations {

    private static final int COLLEAGUES = 3;

    private Relations() {}

    static void write(Today today) {
        Person person = today.person();
        family(today, person.home());
        Dice dice = today.dice(Purpose.RELATION);
        if (person.job().employer() != null) {
            colleagues(today, dice);
        }
        if (dice.chance(0.22)) {
            relation(today, Friends.number(today, 0), "transfer", dice.between(0.2, 0.9));
        }
        if (dice.chance(0.09)) {
            relation(today, Friends.number(today, 1 + dice.below(5)), "referral", dice.between(0.3, 0.8));
        }
        if (dice.chance(0.012)) {
            relation(today, Friends.number(today, 2), "guarantor", 0.9);
        }
    }

    private static void family(Today today, Home home) {
        int own = today.number() - home.first();
        int last = Math.min(home.members(), today.world.customers() - home.first());
        for (int other = 0; other < last; other++) {
            if (other != own) {
                relation(today, home.first() + other, kinship(home, own, other), 1);
            }
        }
    }

    private static String kinship(Home home, int own, int other) {
        if (own < 2 && other < 2 && home.couple()) {
            return "spouse";
        }
        if (home.couple() && own == 2) {
            return "parent";
        }
        return home.couple() && other == 2 ? "child" : "sibling";
    }

    /** Neighbours who work for the same employer. */
    private static void colleagues(Today today, Dice dice) {
        int base = today.number() / People.NEIGHBOURS * People.NEIGHBOURS;
        int found = 0;
        int start = dice.below(People.NEIGHBOURS);
        for (int i = 0; i < 12 && found < COLLEAGUES; i++) {
            int other = base + (start + i * 5) % People.NEIGHBOURS;
            if (other != today.number() && other < today.world.customers() && today.worksWith(other)) {
                relation(today, other, "colleague", dice.between(0.1, 0.7));
                found++;
            }
        }
    }

    private static void relation(Today today, int other, String relation, double strength) {
        if (other != today.number()) {
            today.rows.customers().relation(today.number(), today.day(), today.newId(), other, relation, strength);
        }
    }
}
