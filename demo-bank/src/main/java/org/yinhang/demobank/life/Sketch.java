package org.yinhang.demobank.life;

import java.util.Arrays;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.rows.BankRows;
import org.yinhang.demobank.rows.CustomerFacts;
import org.yinhang.demobank.world.Day;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;
import org.yinhang.demobank.world.World;

/**
 * Draws a customer's holdings and some ten movements at once, without playing days: the same people and tables, none of
 * the causes. The balance is still the sum of the movements. One thread at a time.
 */
public final class Sketch {

    private static final int MEAN = 10;
    private static final int MOST = 40;
    private static final String[] CATEGORY = {
        "groceries",
        "dining",
        "transfer_out",
        "fuel",
        "entertainment",
        "digital",
        "medical",
        "travel",
        "education",
        "decoration",
        "car",
        "cash",
        "cross_border",
        "other"
    };
    private static final String[] CHANNEL = {"online", "pos", "app", "atm"};

    private final BankRows rows;
    private final Dice dice;
    private final Day[] days;
    private final int[] when = new int[MOST];

    public Sketch(World world, BankRows rows, int firstDay, int lastDay) {
        this.rows = rows;
        this.dice = new Dice(world.seed());
        this.days = new Day[lastDay - firstDay + 1];
        Arrays.setAll(days, i -> Day.of(firstDay + i));
    }

    /** Writes everything about one customer. */
    public void draw(Person person) {
        int customer = person.number();
        dice.about(customer).forever(Purpose.SKETCH);
        Day last = days[days.length - 1];
        long income = person.job().monthlyIncome();
        boolean mortgage = person.home().owned() && person.temper().outsideDebt() > 0.24;
        rows.customers()
                .state(person, days[0], new CustomerFacts(true, income, mortgage, dice.chance(0.12), false, false));
        long balance = movements(person, income);
        rows.money()
                .account(
                        customer,
                        last,
                        person.currentAccount(),
                        "D201",
                        "current",
                        "open",
                        Math.min(person.joinedOn(), days[0].number()),
                        balance,
                        balance);
        if (dice.chance(0.3)) {
            line(person, income, last);
        }
    }

    private long movements(Person person, long income) {
        int count = 1 + dice.below(MEAN * 2 - 1);
        for (int i = 0; i < count; i++) {
            when[i] = dice.below(days.length);
        }
        Arrays.sort(when, 0, count);
        long balance = 0;
        for (int i = 0; i < count; i++) {
            boolean in = i == 0 || dice.chance(0.25);
            boolean salary = in && person.job().wagesWithUs() && person.job().employer() != null;
            int kind = dice.below(CATEGORY.length);
            long fen = in
                    ? Math.round(income * dice.between(0.6, 1.4))
                    : -Math.min(balance, Math.round(income * 0.08 * Math.exp(0.8 * dice.normal())));
            balance += fen;
            rows.money()
                    .transaction(
                            person.number(),
                            days[when[i]],
                            28_800 + i * 600 + dice.below(600),
                            ((long) person.number() << 24) | i,
                            person.currentAccount(),
                            fen,
                            in ? (salary ? "salary" : "transfer_in") : CATEGORY[kind],
                            in ? "auto" : CHANNEL[dice.below(CHANNEL.length)],
                            10_000_000L + (long) kind * 10_000 + dice.below(3_000));
        }
        return balance;
    }

    private void line(Person person, long income, Day last) {
        long granted = Math.max(1_000_000, Math.round(income * dice.between(2, 7) / 1_000_000) * 1_000_000);
        boolean used = dice.chance(0.4);
        int grantedOn = last.number() - 1 - dice.below(700);
        rows.credit()
                .line(
                        person.number(),
                        last,
                        80_000,
                        ((long) person.number() << 24) | MOST,
                        Offer.REVOLVING.product(),
                        granted,
                        used ? granted / 2 : 0,
                        Offer.REVOLVING.referenceRate(),
                        grantedOn,
                        grantedOn + 1_095,
                        used ? last.number() - dice.below(last.number() - grantedOn) : 0,
                        "active");
    }
}
