package org.yinhang.demobank.life;

import java.util.List;
import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.ContactAction;
import org.yinhang.demobank.contact.ContactResult;
import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.world.Campaign;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;
import org.yinhang.demobank.world.StaffList;

/**
 * How the bank chose its contacts before it had better: it went for high balances, in office hours, by whichever
 * channel suited the bank. One customer in ten was each month assigned at random instead: left alone with probability
 * 0.3, otherwise contacted by one of the channels consented to, all equally likely, at a random hour; that probability
 * is recorded.
 */
final class OldPolicy {

    private static final double TRIAL = 0.10;
    private static final double CONTROL = 0.3;
    private static final int ATTEMPTS = 3;
    private static final int[] RATE_STEPS = {-6_000, -3_000, 0, 3_000, 6_000};

    private OldPolicy() {}

    static void play(Today today) {
        CustomerState state = today.state;
        if ((state.consents & CustomerState.MARKETING) == 0 || state.complaint != 0) {
            return;
        }
        int day = today.day().number();
        if (state.memory.retryOn == day) {
            state.memory.retryOn = 0;
            retry(today);
            return;
        }
        Dice dice = today.monthlyDice(Purpose.POLICY);
        if (today.day().ofMonth() == 1 + dice.below(27)) {
            consider(today, dice);
        }
    }

    private static void consider(Today today, Dice dice) {
        Campaign campaign = today.campaigns.ofMonth(today.day().monthNumber());
        int rate = campaign.offer().referenceRate() + RATE_STEPS[dice.below(RATE_STEPS.length)];
        if (dice.chance(TRIAL)) {
            assign(today, dice, campaign, rate);
        } else if (dice.chance(appetite(today))) {
            Channel channel = habitualChannel(today, dice);
            if (today.state.consentsTo(channel.index())) {
                approach(today, campaign, channel, 9 + dice.below(9), rate, -1);
            }
        }
    }

    /** Chance to be on the old list: rises with what lies on the accounts and with an earlier success. */
    private static double appetite(Today today) {
        CustomerState state = today.state;
        double wealth = Math.log((state.current + state.term + state.wealth + 100_000) / 1_500_000.0);
        return Leaning.logistic(-1.8 + 1.3 * wealth + (state.memory.earlierAccepted ? 0.8 : 0));
    }

    private static Channel habitualChannel(Today today, Dice dice) {
        CustomerState state = today.state;
        boolean served = !today.person().manager().isEmpty() && state.current + state.term + state.wealth > 3_000_000;
        return served
                ? Channel.ALL.get(dice.weighted(0.60, 0.10, 0.15, 0, 0, 0.10, 0.05))
                : Channel.ALL.get(dice.weighted(0.12, 0.48, 0.14, 0.06, 0.20, 0, 0));
    }

    private static void assign(Today today, Dice dice, Campaign campaign, int rate) {
        List<Channel> open = Channel.REMOTE.stream()
                .filter(c -> today.state.consentsTo(c.index()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        boolean control = dice.chance(CONTROL);
        Channel channel = open.get(dice.below(open.size()));
        int hour = 9 + dice.below(12);
        double propensity = control ? CONTROL : (1 - CONTROL) / open.size();
        today.rows
                .marketing()
                .trial(
                        today.number(),
                        today.day(),
                        today.newId(),
                        campaign.code(),
                        campaign.offer().product(),
                        control ? null : channel.code(),
                        propensity);
        if (!control) {
            approach(today, campaign, channel, hour, rate, propensity);
        }
    }

    private static void retry(Today today) {
        ContactMemory memory = today.state.memory;
        Campaign campaign = today.campaigns.ofMonth(today.day().monthNumber());
        if (memory.campaign == today.campaigns.number(campaign.code()) && !today.state.application.isOpen()) {
            int hour = 9 + today.dice(Purpose.HOUR).below(9);
            Channel channel = Channel.ALL.get(memory.retryChannel);
            approach(today, campaign, channel, hour, campaign.offer().referenceRate(), -1);
        }
    }

    private static void approach(
            Today today, Campaign campaign, Channel channel, int hour, int rate, double propensity) {
        ContactAction action = new ContactAction(
                today.number(), campaign.code(), campaign.offer(), channel, staff(today, channel), hour, rate);
        ContactResult result = Answering.answer(today, action, 0, propensity);
        ContactMemory memory = today.state.memory;
        boolean again = channel == Channel.CALL && !result.reached() && memory.attempts < ATTEMPTS && propensity < 0;
        if (again) {
            memory.retryOn = today.day().number() + 1 + (int) (result.contact() % 3);
            memory.retryChannel = channel.index();
        }
    }

    private static String staff(Today today, Channel channel) {
        Person person = today.person();
        if (!channel.isPersonal() && channel != Channel.WECOM) {
            return "";
        }
        return person.manager().isEmpty() ? StaffList.caller(person.number()) : person.manager();
    }
}
