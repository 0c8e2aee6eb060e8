package org.yinhang.demobank.life;

import org.yinhang.demobank.person.Job;
import org.yinhang.demobank.world.Day;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Employer;
import org.yinhang.demobank.world.Purpose;

/** Income reaches the account: wages on the employer's pay-day, takings of a business, money from other banks. */
final class Payroll {

    private Payroll() {}

    static void play(Today today) {
        Job job = today.person().job();
        Day day = today.day();
        if (job.smallBusiness()) {
            if (day.ofMonth() % 7 == today.number() % 7) {
                takings(today);
            }
        } else if (day.ofMonth() == job.payday()) {
            payday(today, job);
        }
        if (job.providentFund() && day.ofMonth() == 12 && day.month() % 6 == today.number() % 6) {
            fund(today);
        }
    }

    private static void payday(Today today, Job job) {
        Dice dice = today.dice(Purpose.PAYROLL);
        long income = today.income();
        boolean bonus = today.day().month() == 1 && !today.state.distressed && dice.chance(0.7);
        long fen = Math.round(income * (1 + 0.03 * dice.normal()) * (bonus ? dice.between(1.8, 3.0) : 1));
        Employer employer = job.employer();
        int second = 30_600 + dice.below(7_200);
        if (job.wagesWithUs() && !today.state.distressed) {
            long payer = employer == null ? 2 : 1_000_000L + employer.number();
            today.purse.current(second, fen, employer == null ? "transfer_in" : "salary", "auto", payer);
        } else {
            today.purse.current(second, Math.round(fen * share(today)), "transfer_in", "online", 1);
        }
    }

    /** Share of income that comes to this bank when wages are paid elsewhere. */
    static double share(Today today) {
        return 0.30 + 0.45 * today.person().temper().digital();
    }

    /** Takings rise when the business has sold its stock, half a year's quarter after it needed money. */
    private static void takings(Today today) {
        Dice dice = today.dice(Purpose.PAYROLL);
        int week = Math.floorDiv(today.day().number(), 7);
        double season =
                1 - 0.5 * Math.cos(2 * Math.PI * (week - today.person().cycles().businessPhase()) / 26.0);
        long fen = Math.round(today.income() / 4.3 * season * Math.exp(0.4 * dice.normal()) * share(today) * 1.3);
        today.purse.current(36_000 + dice.below(36_000), fen, "business_income", "pos", 3);
    }

    private static void fund(Today today) {
        Dice dice = today.monthlyDice(Purpose.PAYROLL);
        if (dice.chance(0.3) && !today.state.distressed) {
            today.purse.current(40_000, today.income() * 3 / 5, "provident_fund", "auto", 4);
        }
    }
}
