package org.yinhang.demobank.life;

import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/**
 * Customers act by themselves: they apply, draw on a line, or come back after a contact that interested them. A customer
 * annoyed by a contact is less likely to, for thirty days.
 */
final class OwnAccord {

    private OwnAccord() {}

    static void play(Today today) {
        CustomerState state = today.state;
        int day = today.day().number();
        ContactMemory memory = state.memory;
        if (memory.returnsOn == day) {
            memory.returnsOn = 0;
            Offer offer = Offer.ALL.get(memory.returnOffer);
            Applying.start(today, offer, memory.returnRate, false, memory.returnContact, memory.returnCampaign, 66_000);
            return;
        }
        Dice dice = today.dice(Purpose.OWN_ACCORD);
        double draw = dice.uniform();
        if (draw > 0.02) {
            return;
        }
        today.leaning.work(today.person(), state, today.needs, day);
        double left = draw;
        double patience = day < memory.annoyedUntil ? 1 - annoyance(today) : 1;
        for (Offer offer : Offer.ALL) {
            left -= today.leaning.own(offer) / 30 * patience;
            if (left < 0) {
                int rate = offer.referenceRate() + (dice.below(5) - 2) * 3_000;
                Applying.start(today, offer, rate, dice.chance(0.25), 0, 0, 43_000 + dice.below(30_000));
                return;
            }
        }
    }

    /** Share of one's own initiative that an unwelcome contact destroys. */
    static double annoyance(Today today) {
        return annoyance(
                today.person().temper().irritability(),
                today.state.memory.fatigueOn(today.day().number()));
    }

    static double annoyance(double irritability, double fatigue) {
        return Math.clamp(0.12 * irritability * fatigue, 0, 0.7);
    }
}
