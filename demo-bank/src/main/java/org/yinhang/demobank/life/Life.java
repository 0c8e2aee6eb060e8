package org.yinhang.demobank.life;

import java.util.List;
import java.util.function.Consumer;
import org.yinhang.demobank.contact.ContactAction;
import org.yinhang.demobank.contact.ContactResult;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.rows.BankRows;
import org.yinhang.demobank.world.Day;
import org.yinhang.demobank.world.World;

/** Plays customers day by day: the one path that history and every later day take. One thread at a time. */
public final class Life {

    private static final int HORIZON = 30;

    private final Today today;

    public Life(World world, BankRows rows, CampaignCodes campaigns) {
        today = new Today(world, rows, campaigns);
    }

    /** Turns to a customer; {@link #state()} must then be cleared or read. */
    public void turnTo(Person person) {
        today.turnTo(person);
    }

    /** The state of the customer being played. */
    public CustomerState state() {
        return today.state;
    }

    /** One more day in which the bank contacts as it always did. */
    public void playByOldPolicy(Day day) {
        if (begin(day)) {
            OldPolicy.play(today);
        }
        end();
    }

    /** One more day in which the bank makes exactly these contacts, which come in the order of the clock. */
    public void play(Day day, List<ContactAction> actions, Consumer<ContactResult> results) {
        boolean alive = begin(day);
        if (alive || today.state.joined) {
            for (int i = 0; i < actions.size(); i++) {
                results.accept(Answering.answer(today, actions.get(i), i, -1));
            }
        }
        end();
    }

    /** The first half of the day; gives whether there is anybody to talk to. */
    private boolean begin(Day day) {
        today.turnTo(day);
        if (day.number() < today.person().joinedOn()) {
            return false;
        }
        today.needs.turnTo(today.person(), day);
        if (!today.state.joined) {
            Opening.play(today);
        }
        if (today.state.deceased) {
            Repaying.play(today);
            return false;
        }
        Fortune.play(today);
        Payroll.play(today);
        Spending.play(today);
        Saving.play(today);
        Repaying.play(today);
        Applying.play(today);
        Complaining.play(today);
        return true;
    }

    private void end() {
        if (!today.state.joined) {
            return;
        }
        if (!today.state.deceased) {
            OwnAccord.play(today);
            Browsing.play(today);
        }
        today.purse.close();
        MonthEnd.play(today);
    }

    /**
     * How the customer leans on the day after the one played last, with the chance of acting of one's own accord over
     * the thirty days that follow.
     */
    public Leaning leaning(Day tomorrow) {
        Person person = today.person();
        today.turnTo(tomorrow);
        double[] hazard = new double[Offer.ALL.size()];
        double annoyance = OwnAccord.annoyance(today);
        for (int ahead = 0; ahead < HORIZON; ahead += 7) {
            Day day = Day.of(tomorrow.number() + ahead);
            int days = Math.min(7, HORIZON - ahead);
            double patience = day.number() < today.state.memory.annoyedUntil ? 1 - annoyance : 1;
            today.needs.turnTo(person, day);
            today.leaning.work(person, today.state, today.needs, tomorrow.number());
            for (Offer offer : Offer.ALL) {
                hazard[offer.index()] += today.leaning.own(offer) * patience * days / HORIZON;
            }
        }
        today.needs.turnTo(person, tomorrow);
        today.leaning.work(person, today.state, today.needs, tomorrow.number());
        for (Offer offer : Offer.ALL) {
            today.leaning.own(offer, 1 - Math.exp(-hazard[offer.index()]));
        }
        return today.leaning;
    }

    /** Probability that a loan held is ninety days past due within twelve months. */
    public double defaultProbability() {
        return Fortune.defaultWithinAYear(today.person(), today.state);
    }
}
