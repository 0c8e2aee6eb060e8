package org.yinhang.demobank.life;

import org.jspecify.annotations.Nullable;
import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/**
 * A customer appears, on the day of joining or, for those who joined before, on the first day of the history: the
 * accounts open with what lies on them, consents are given, credit that is already running is carried over.
 */
final class Opening {

    private static final double CONSENT = 0.82;

    private Opening() {}

    static void play(Today today) {
        CustomerState state = today.state;
        Person person = today.person();
        state.joined = true;
        state.incomePermille = 1_000;
        Dice dice = today.dice(Purpose.JOIN);
        double savings =
                Math.exp(0.9 * dice.normal()) * (0.5 + 2.5 * person.temper().thrift());
        long balance = Math.round(person.job().monthlyIncome() * savings * (isNew(today) ? 0.2 : 1));
        double aside = dice.between(1, 7);
        boolean credit = dice.chance(0.24);
        today.purse.current(1, balance, "transfer_in", "counter", 0);
        if (!isNew(today)) {
            long fen = Math.round(person.job().monthlyIncome() * aside / 100_000) * 100_000;
            if (person.saver()) {
                today.purse.current(2, fen, "transfer_in", "counter", 0);
                today.purse.term(3, fen);
            } else if (person.investor()) {
                today.purse.current(2, fen, "transfer_in", "counter", 0);
                today.purse.wealth(3, fen);
            }
        }
        consent(today);
        Relations.write(today);
        if (credit
                && !isNew(today)
                && person.age(today.day().number()) < 60
                && person.job().monthlyIncome() > 250_000) {
            carryOver(today, dice);
        }
        if (person.cardHolder()) {
            state.cardWritten = CustomerState.NEVER_WRITTEN;
        }
        today.writeCustomer();
    }

    private static boolean isNew(Today today) {
        return today.person().joinedOn() >= today.world.firstDay();
    }

    private static void consent(Today today) {
        Dice dice = today.dice(Purpose.CONSENT);
        boolean marketing = dice.chance(CONSENT);
        for (Channel channel : Channel.REMOTE) {
            boolean granted = dice.chance(0.88) && marketing;
            today.state.consents |= granted ? 1 << channel.index() : 0;
            write(today, 30_000 + channel.index(), "marketing", channel.code(), granted);
        }
        if (marketing) {
            today.state.consents |= 1 << Channel.BRANCH.index() | 1 << Channel.VISIT.index();
        }
        boolean profiling = dice.chance(0.9);
        today.state.consents |= profiling ? CustomerState.PROFILING : 0;
        write(today, 30_100, "profiling", null, profiling);
        if (dice.chance(0.2)) {
            today.state.consents |= CustomerState.PARTNERS;
            write(today, 30_200, "partner_sharing", null, true);
        }
    }

    private static void write(Today today, int second, String purpose, @Nullable String channel, boolean granted) {
        today.rows
                .consents()
                .consent(
                        today.number(),
                        today.day(),
                        second,
                        today.newId(),
                        purpose,
                        channel,
                        granted,
                        "account_opening");
    }

    /** Lines and loans from before the history, most lines unused. */
    private static void carryOver(Today today, Dice dice) {
        int day = today.day().number();
        long income = today.person().job().monthlyIncome();
        if (dice.chance(0.65)) {
            long granted = Math.max(1_000_000, Math.round(income * dice.between(2, 7) / 1_000_000) * 1_000_000);
            int rate = Offer.REVOLVING.referenceRate() + (dice.below(9) - 4) * 2_000;
            int grantedOn = day - 5 - dice.below(500);
            Borrowing.grant(today, Offer.REVOLVING, granted, rate, grantedOn, 31_000);
            if (dice.chance(0.35)) {
                int disbursedOn = Math.max(grantedOn, day - 2 - dice.below(25));
                Borrowing.draw(today, Math.round(granted * dice.between(0.2, 0.9)), disbursedOn, 31_001);
            }
        } else {
            Offer offer = Offer.ALL.get(dice.weighted(0, 4, 2, 2, 2, 0.5, 0));
            long fen = Math.round(offer.typicalAmount() * income / 720_000.0 / 100_000) * 100_000;
            int disbursedOn = day - 2 - dice.below(25);
            Borrowing.disburse(
                    today,
                    offer,
                    Math.max(500_000, fen),
                    offer.referenceRate(),
                    offer.termMonths(),
                    0,
                    disbursedOn,
                    31_000);
        }
    }
}
