package org.yinhang.demobank.person;

import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/** Draws what is hidden from the bank: nature and needs, correlated with what it can see. */
final class Tempers {

    private final Dice dice;

    Tempers(Dice dice) {
        this.dice = dice;
    }

    Temper temper(int number, double age, int education, Job job, Home home) {
        dice.about(number).forever(Purpose.TEMPER);
        double digital = logistic(1.6 - (age - 35) * 0.06 + (education - 2.5) * 0.45 + 0.9 * dice.normal());
        double affluence = Math.log(job.monthlyIncome() / 700_000.0);
        double price = Math.max(0.05, 0.55 - 0.18 * affluence + 0.25 * dice.normal());
        double openness = 0.35 * dice.normal()
                + (age < 30 ? 0.25 : age > 52 ? -0.6 : 0.1)
                - 0.25 * affluence
                + (home.owned() ? 0.05 : 0.15)
                + (job.smallBusiness() ? 0.35 : 0);
        double outside = Math.max(0, 0.16 + 0.14 * dice.normal() + (home.owned() && age < 48 ? 0.12 : 0));
        boolean gambler = dice.chance(0.022);
        double purchases = Math.min(24, Math.exp(0.70 + 0.75 * dice.normal() + 0.5 * (digital - 0.5)));
        if (dice.chance(0.18)) {
            purchases *= 0.12;
        }
        double thrift = Math.clamp(0.22 + 0.10 * affluence + 0.12 * dice.normal(), 0.02, 0.6);
        double diligence = Math.clamp(0.955 + 0.04 * dice.normal() - (gambler ? 0.1 : 0), 0.6, 1.0);
        double risk = Math.exp(0.30 * dice.normal()
                + 1.3 * (outside - 0.18)
                - 1.2 * (thrift - 0.22)
                + (gambler ? 0.9 : 0)
                + (0.955 - diligence) * 4);
        return new Temper(
                price,
                digital,
                hour(job, age),
                channel(digital, age),
                Math.exp(0.4 * dice.normal()),
                openness,
                diligence,
                purchases,
                thrift,
                outside,
                gambler,
                risk);
    }

    private int hour(Job job, double age) {
        if (job.smallBusiness()) {
            return 14 + dice.below(3);
        }
        return age >= 58 ? 9 + dice.below(3) : dice.chance(0.45) ? 12 + dice.below(2) : 18 + dice.below(3);
    }

    private int channel(double digital, double age) {
        double personal = 1.2 - digital;
        return Channel.ALL
                .get(dice.weighted(
                        0.8 * personal + 0.25,
                        0.25,
                        0.9 * digital,
                        0.12 * digital,
                        0.8 * digital * (age < 40 ? 1.3 : 0.6),
                        0.7 * personal,
                        0.25 * personal))
                .index();
    }

    Cycles cycles(int number, double age, Job job, Home home, int firstWeek) {
        dice.about(number).forever(Purpose.NEED);
        int renovationEvery = home.owned() ? 360 + dice.below(320) : 0;
        int renovationWeek = firstWeek + dice.below(Math.max(1, renovationEvery));
        boolean drives = age < 58 && job.monthlyIncome() > 350_000 && dice.chance(0.6);
        int carEvery = drives ? 290 + dice.below(300) : 0;
        int carWeek = firstWeek + dice.below(Math.max(1, carEvery));
        double school = home.children() > 0 && age > 29 && age < 54
                ? dice.between(0.4, 1.2)
                : age < 27 ? (dice.chance(0.35) ? dice.between(0.5, 1.3) : 0) : 0;
        return new Cycles(
                renovationWeek,
                renovationEvery,
                carWeek,
                carEvery,
                dice.below(26),
                school,
                Math.clamp(0.35 + 0.35 * dice.normal(), 0.0, 1.2),
                Math.clamp(0.35 + 0.3 * dice.normal() + (age < 35 ? 0.15 : 0), 0.0, 1.2));
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
