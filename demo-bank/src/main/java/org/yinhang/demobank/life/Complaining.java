package org.yinhang.demobank.life;

import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.Outcome;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/** Too many contacts make people complain and withdraw their consent; other complaints happen too and get resolved. */
final class Complaining {

    private static final String[] SUBJECT = {"harassment", "fee", "service", "privacy", "collection"};
    private static final double OTHER_A_DAY = 0.00006;

    private Complaining() {}

    /** What a contact that was not welcome brings about. */
    static void react(Today today, Channel channel, Outcome outcome, int nth) {
        if (outcome == Outcome.ACCEPTED || outcome == Outcome.INTERESTED) {
            return;
        }
        CustomerState state = today.state;
        Dice dice = today.dice(Purpose.CONSENT);
        for (int skip = 0; skip < nth * 4; skip++) {
            dice.bits();
        }
        double strain = state.memory.fatigue * today.person().temper().irritability();
        if (outcome == Outcome.REFUSED && dice.chance(Math.min(0.3, 0.012 * strain * strain))) {
            withdraw(today, channel, dice);
        }
        if (state.complaint == 0 && dice.chance(Math.min(0.05, 0.0006 * strain * strain))) {
            open(today, dice, 0, 72_000);
        }
    }

    /** Refuses one channel, or, one time in four, all marketing. */
    private static void withdraw(Today today, Channel channel, Dice dice) {
        CustomerState state = today.state;
        boolean all = dice.chance(0.25);
        for (Channel each : Channel.REMOTE) {
            if ((all || each == channel) && state.consentsTo(each.index())) {
                state.consents &= ~(1 << each.index());
                today.rows
                        .consents()
                        .consent(
                                today.number(),
                                today.day(),
                                75_000 + each.index(),
                                today.newId(),
                                "marketing",
                                each.code(),
                                false,
                                "app");
            }
        }
        if (all) {
            state.consents &= ~CustomerState.MARKETING;
        }
    }

    static void play(Today today) {
        CustomerState state = today.state;
        Dice dice = today.dice(Purpose.COMPLAINING);
        if (state.complaint != 0) {
            if (today.day().number() >= state.complaintEnds) {
                write(today, "resolved", 60_000);
                state.complaint = 0;
            }
        } else if (dice.uniform() < OTHER_A_DAY * (state.distressed && state.hasRunningLoan() ? 6 : 1)) {
            int subject = state.distressed && state.hasRunningLoan() ? 4 : 1 + dice.weighted(0.35, 0.45, 0.2);
            open(today, dice, subject, 50_000);
        }
    }

    private static void open(Today today, Dice dice, int subject, int second) {
        CustomerState state = today.state;
        state.complaint = today.newId();
        state.complaintSubject = subject;
        state.complaintSevere = dice.chance(0.15);
        state.complaintEnds = today.day().number() + 1 + dice.below(state.complaintSevere ? 5 : 25);
        write(today, "opened", second);
    }

    private static void write(Today today, String stage, int second) {
        CustomerState state = today.state;
        today.rows
                .consents()
                .complaint(
                        today.number(),
                        today.day(),
                        second,
                        today.newId(),
                        state.complaint,
                        stage,
                        SUBJECT[state.complaintSubject],
                        state.complaintSevere ? "high" : "low");
    }
}
