package org.yinhang.demobank.life;

import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/** Once a month what is left over is put aside, card debt is settled, and people send each other money. */
final class Saving {

    private static final int CARD_DAY = 18;
    private static final int SAVING_DAY = 26;

    private Saving() {}

    static void play(Today today) {
        CustomerState state = today.state;
        int ofMonth = today.day().ofMonth();
        if (ofMonth == CARD_DAY && state.card < 0) {
            long fen = Math.min(-state.card, Math.max(0, state.current));
            if (fen > 0) {
                today.purse.settleCard(34_000, fen);
            }
        }
        if (ofMonth == SAVING_DAY) {
            putAside(today);
        }
        if (ofMonth == 1 + today.number() % 27) {
            send(today);
        }
    }

    private static void putAside(Today today) {
        CustomerState state = today.state;
        Person person = today.person();
        long income = Math.max(100_000, today.income());
        if (state.current > 3 * income) {
            long fen = (state.current - 2 * income) / 100_000 * 100_000;
            if (person.saver() && fen > 0) {
                today.purse.term(50_000, fen);
            } else if (person.investor() && fen > 0) {
                today.purse.wealth(50_000, fen);
            } else if (state.current > 8 * income) {
                today.purse.pay(50_000, state.current - 5 * income, "transfer_out", "app", 1);
            }
        } else if (state.current < income / 4) {
            if (state.term > 0) {
                today.purse.term(50_000, -Math.min(state.term, income));
            } else if (state.wealth > 0) {
                today.purse.wealth(50_000, -Math.min(state.wealth, income));
            }
        }
    }

    private static void send(Today today) {
        Dice dice = today.dice(Purpose.TRANSFER);
        if (dice.chance(0.12 * today.day().gifts())) {
            long fen = (20 + dice.below(180)) * 1_000L;
            long friend = Friends.of(today, dice);
            if (dice.chance(0.55)) {
                today.purse.pay(60_000, fen, "transfer_out", "app", friend);
            } else {
                today.purse.current(60_000, fen, "transfer_in", "app", friend);
            }
        }
    }
}
