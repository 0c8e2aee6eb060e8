package org.yinhang.demobank.life;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinhang.demobank.person.Needs;
import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.rows.BankRows;
import org.yinhang.demobank.rows.CustomerFacts;
import org.yinhang.demobank.world.Day;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;
import org.yinhang.demobank.world.World;

/** The one customer and the one day a thread is playing, with everything a behaviour needs. */
final class Today {

    final World world;
    final BankRows rows;
    final CampaignCodes campaigns;
    final Needs needs;
    final Leaning leaning = new Leaning();
    final Purse purse = new Purse(this);
    final CustomerState state = new CustomerState();

    private final Dice dice;
    private final Neighbours neighbours;
    private @Nullable Person person;
    private @Nullable Day day;

    Today(World world, BankRows rows, CampaignCodes campaigns) {
        this.world = world;
        this.rows = rows;
        this.campaigns = campaigns;
        this.dice = new Dice(world.seed());
        this.needs = new Needs(new Dice(world.seed()));
        this.neighbours = new Neighbours(world);
    }

    void turnTo(Person next) {
        person = next;
        dice.about(next.number());
    }

    void turnTo(Day next) {
        day = next;
    }

    Person person() {
        return Objects.requireNonNull(person);
    }

    Day day() {
        return Objects.requireNonNull(day);
    }

    int number() {
        return person().number();
    }

    /** The stream of one purpose for this customer and day. */
    Dice dice(Purpose purpose) {
        return dice.on(day().number(), purpose);
    }

    /** The stream of one purpose for this customer in this month. */
    Dice monthlyDice(Purpose purpose) {
        return dice.on(-day().monthNumber(), purpose);
    }

    /** Whether another customer of the neighbourhood began at the same employer. */
    boolean worksWith(int other) {
        return neighbours.employerOf(other) == neighbours.employerOf(number());
    }

    /** A record id nobody else has. */
    long newId() {
        return ((long) number() << 24) | state.records++;
    }

    /** Present income in fen a month. */
    long income() {
        long income = person().job().monthlyIncome() * state.incomePermille / 1_000;
        return state.distressed ? income / 5 : income;
    }

    void writeCustomer() {
        Person p = person();
        boolean mortgage = p.home().owned() && p.temper().outsideDebt() > 0.24;
        rows.customers()
                .state(
                        p,
                        day(),
                        new CustomerFacts(
                                !state.distressed || p.job().employer() == null,
                                income(),
                                mortgage,
                                state.hasRunningLoan(),
                                state.everDefaulted,
                                state.deceased));
    }
}
