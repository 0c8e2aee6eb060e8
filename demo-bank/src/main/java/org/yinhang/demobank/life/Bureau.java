package org.yinhang.demobank.life;

import org.yinhang.demobank.person.Temper;
import org.yinhang.demobank.rows.BureauFacts;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/** What the credit bureau knows: debts elsewhere, late payments, how often others asked. */
final class Bureau {

    private Bureau() {}

    /** The same report all month long. */
    static BureauFacts report(Today today) {
        Dice dice = today.monthlyDice(Purpose.BUREAU);
        CustomerState state = today.state;
        Temper temper = today.person().temper();
        long income = today.person().job().monthlyIncome();
        double strain = Math.log(temper.risk()) + (state.distressed ? 1.2 : 0);
        int inquiries = state.inquiries + (int) Math.max(0, Math.round(1.1 + 1.3 * strain + 1.2 * dice.normal()));
        double lateness = (1 - temper.diligence()) * 24 * dice.between(0.4, 1.4);
        int overdue = state.lateInstalments / 2 + (int) lateness + (state.distressed ? 2 : 0);
        int worst = state.everDefaulted ? 3 : overdue > 3 && dice.chance(0.3) ? 2 : overdue > 0 ? 1 : 0;
        long payment = Math.round(income * temper.outsideDebt()) + state.monthlyDue;
        int lenders = 1 + (int) Math.round(temper.outsideDebt() * 9 + 0.7 * Math.abs(dice.normal()));
        double score = 655 - 55 * strain - 9 * overdue - 6 * inquiries - 60 * temper.outsideDebt() + 28 * dice.normal();
        return new BureauFacts(
                inquiries, overdue, worst, lenders, payment * 30, payment, Math.clamp(Math.round(score), 300, 850));
    }
}
