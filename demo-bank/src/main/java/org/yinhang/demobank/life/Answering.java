package org.yinhang.demobank.life;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.ContactAction;
import org.yinhang.demobank.contact.ContactResult;
import org.yinhang.demobank.contact.Outcome;
import org.yinhang.demobank.rows.ContactFacts;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/** A customer is contacted and answers, with the probabilities of {@link Leaning}. */
final class Answering {

    private static final int ANNOYED_DAYS = 30;

    private Answering() {}

    /**
     * Plays one contact.
     *
     * @param nth how many contacts this customer had before today, so that each has draws of its own
     * @param propensity probability with which a random contact was chosen, negative when it was not made at random
     */
    static ContactResult answer(Today today, ContactAction action, int nth, double propensity) {
        CustomerState state = today.state;
        ContactMemory memory = state.memory;
        int day = today.day().number();
        Dice dice = today.dice(Purpose.ANSWER);
        for (int skip = 0; skip < nth * 16; skip++) {
            dice.bits();
        }
        today.leaning.work(today.person(), state, today.needs, day);
        Channel channel = action.channel();
        boolean reached = dice.chance(today.leaning.reached(channel, action.hour())) && !state.deceased;
        double accepts = today.leaning.accepts(action.offer(), channel, action.hour(), action.ratePpm());
        boolean accepted = dice.chance(accepts);
        boolean interested = dice.chance(Leaning.interested(accepts));
        boolean returns = dice.chance(Leaning.RETURN);
        int returnAfter = 2 + dice.below(9);
        double mood = dice.uniform();
        int talk = (int) (20 + 160 * dice.uniform() * (accepted || interested ? 2.5 : 1));
        int second = action.hour() * 3_600 + 120 + dice.below(2_700);
        Outcome outcome = !reached
                ? Outcome.NONE
                : accepted ? Outcome.ACCEPTED : interested ? Outcome.INTERESTED : refusal(channel, mood);
        int after = channel.isPersonal() ? talk : 300 + dice.below(5_400);
        int outcomeSecond = Math.min(86_000, second + after);
        long contact = action.isWritten() ? today.newId() : action.record();

        int campaign = today.campaigns.number(action.campaign());
        memory.turnTo(campaign);
        memory.attempts++;
        int since = memory.earlierContacts == 0 ? -1 : day - memory.earlierDay;
        if (action.isWritten()) {
            write(today, action, contact, second, outcomeSecond, reached, outcome, talk, since, propensity);
        }

        memory.fatigue = memory.fatigueOn(day) + (channel.isPersonal() ? 1 : 0.5);
        memory.lastDay = day;
        memory.contacts++;
        memory.lastChannel = channel.index();
        remember(today, action, outcome, returns ? day + returnAfter : 0, contact);
        if (outcome == Outcome.ACCEPTED) {
            Applying.start(
                    today, action.offer(), action.ratePpm(), channel.isPersonal(), contact, campaign, outcomeSecond);
        } else if (outcome != Outcome.INTERESTED) {
            memory.annoyedUntil = day + ANNOYED_DAYS;
        }
        Complaining.react(today, channel, outcome, nth);
        Instant known = Instant.EPOCH.plus(today.day().at(outcomeSecond), ChronoUnit.MICROS);
        return new ContactResult(action, contact, reached, outcome, known);
    }

    /** Those who only saw a message mostly say nothing. */
    private static Outcome refusal(Channel channel, double mood) {
        return mood < (channel.isPersonal() ? 0.85 : 0.08) ? Outcome.REFUSED : Outcome.NONE;
    }

    private static void remember(Today today, ContactAction action, Outcome outcome, int returnsOn, long contact) {
        ContactMemory memory = today.state.memory;
        switch (outcome) {
            case ACCEPTED -> memory.accepted = true;
            case REFUSED -> memory.refused = true;
            case INTERESTED -> {
                if (returnsOn > 0) {
                    memory.returnsOn = returnsOn;
                    memory.returnOffer = action.offer().index();
                    memory.returnRate = action.ratePpm();
                    memory.returnContact = contact;
                    memory.returnCampaign = memory.campaign;
                }
            }
            case NONE -> {}
        }
    }

    private static void write(
            Today today,
            ContactAction action,
            long contact,
            int second,
            int outcomeSecond,
            boolean reached,
            Outcome outcome,
            int talk,
            int since,
            double propensity) {
        ContactMemory memory = today.state.memory;
        Channel channel = action.channel();
        today.rows
                .marketing()
                .contact(
                        today.number(),
                        today.day(),
                        second,
                        contact,
                        new ContactFacts(
                                action.campaign(),
                                action.offer().product(),
                                channel.code(),
                                action.staff(),
                                memory.attempts,
                                since,
                                memory.earlierContacts,
                                memory.earlierOutcome(),
                                propensity >= 0,
                                propensity,
                                reached && channel.isPersonal() ? talk : -1,
                                reached,
                                outcome.code(),
                                outcomeSecond,
                                action.ratePpm()));
    }
}
