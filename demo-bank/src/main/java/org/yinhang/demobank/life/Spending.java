package org.yinhang.demobank.life;

import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.person.Temper;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/**
 * Money is spent: more at weekends and before festivals, in categories that give away what is needed. The average
 * purchase is what keeps spending at income less thrift.
 */
final class Spending {

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
        "tax",
        "gambling",
        "other"
    };
    private static final double[] WEIGHT = {30, 18, 9, 5, 7, 5, 4, 2, 2, 1, 1, 5, 0.6, 0.5, 0, 6};
    private static final double[] SIZE = {0.5, 0.6, 1.6, 0.9, 0.6, 1.5, 1.3, 2.5, 2.0, 2.8, 2.2, 1.7, 2.5, 1.0, 1.5, 0.8
    };

    private Spending() {}

    static void play(Today today) {
        Person person = today.person();
        Dice dice = today.dice(Purpose.SPENDING);
        double chance = person.temper().purchases() / 30 * today.day().spending() * (today.state.distressed ? 0.6 : 1);
        if (dice.uniform() < Math.min(0.9, chance)) {
            purchase(today, dice);
            if (dice.chance(Math.min(0.6, chance))) {
                purchase(today, dice);
            }
        }
        if (today.day().ofMonth() == 3 && !person.home().owned()) {
            rent(today);
        }
    }

    private static void purchase(Today today, Dice dice) {
        Person person = today.person();
        Temper temper = person.temper();
        int kind = category(today, dice);
        double income = today.income() * (person.job().wagesWithUs() ? 1 : Payroll.share(today));
        double average = income * (1 - temper.thrift()) * 0.72 / Math.max(2, temper.purchases());
        long fen = Math.max(100, Math.round(average * SIZE[kind] * Math.exp(0.7 * dice.normal() - 0.24)));
        int second = 28_800 + dice.below(50_000);
        long shop = 10_000_000L + (long) kind * 10_000 + dice.below(3_000);
        boolean onCard = person.cardHolder() && dice.chance(0.4) && kind != 2 && kind != 11;
        if (onCard && -today.state.card + fen < today.income() * 2) {
            today.purse.card(second, fen, CATEGORY[kind], shop);
        } else {
            String how = kind == 11 ? "atm" : dice.uniform() < temper.digital() ? "online" : "pos";
            today.purse.pay(second, fen, CATEGORY[kind], how, shop);
        }
    }

    private static int category(Today today, Dice dice) {
        Person person = today.person();
        double total = 96.1;
        double renovation = 14 * today.needs.of(Offer.RENOVATION);
        double car = 8 * today.needs.of(Offer.CAR) + 3 * person.home().cars();
        double school = 9 * today.needs.of(Offer.EDUCATION);
        double betting = person.temper().gambler() ? 12 : 0;
        double left = dice.uniform() * (total + renovation + car + school + betting);
        if ((left -= renovation) < 0) {
            return 9;
        }
        if ((left -= car) < 0) {
            return dice.chance(0.4) ? 10 : 3;
        }
        if ((left -= school) < 0) {
            return 8;
        }
        if ((left -= betting) < 0) {
            return 14;
        }
        for (int i = 0; i < WEIGHT.length; i++) {
            if ((left -= WEIGHT[i]) < 0) {
                return i;
            }
        }
        return WEIGHT.length - 1;
    }

    private static void rent(Today today) {
        double share = today.person().job().wagesWithUs() ? 1 : Payroll.share(today);
        today.purse.pay(32_000, Math.round(today.income() * 0.2 * share / 100) * 100, "housing", "app", 5);
    }
}
