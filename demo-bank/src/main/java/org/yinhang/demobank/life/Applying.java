package org.yinhang.demobank.life;

import org.jspecify.annotations.Nullable;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.rows.BureauFacts;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Employer;
import org.yinhang.demobank.world.Purpose;

/**
 * An application moves from stage to stage over days: started, submitted, verified against the bureau, approved or
 * rejected with a reason, signed, disbursed and, on a line, used or not. Customers drop off when the way is long or the
 * price is high.
 */
final class Applying {

    private Applying() {}

    /** Starts an application, or draws on the line where the offer is the line the customer already has. */
    static void start(Today today, Offer offer, int rate, boolean staffed, long contact, int campaign, int second) {
        CustomerState state = today.state;
        if (state.application.isOpen() || !state.hasFreeLoan()) {
            return;
        }
        if (offer == Offer.REVOLVING && state.line.isActive()) {
            drawOnLine(today, staffed, contact, campaign, second);
            return;
        }
        Dice dice = today.dice(Purpose.APPLYING);
        ApplicationState application = state.application;
        application.stage = ApplicationState.STARTED;
        application.application = today.newId();
        application.offer = offer.index();
        application.staffed = staffed;
        double size = today.person().job().monthlyIncome() / 720_000.0;
        application.amount = Math.max(
                500_000, Math.round(offer.typicalAmount() * size * Math.exp(0.5 * dice.normal()) / 100_000) * 100_000);
        application.rate = rate;
        application.contact = contact;
        application.campaign = campaign;
        application.nextDay = today.day().number() + 1 + dice.below(2);
        write(today, "started", second, null);
    }

    private static void drawOnLine(Today today, boolean staffed, long contact, int campaign, int second) {
        Dice dice = today.dice(Purpose.APPLYING);
        long wanted = Math.round(today.state.line.granted * dice.between(0.2, 0.9));
        LineState line = today.state.line;
        if (Borrowing.draw(today, wanted, today.day().number(), second + 1)) {
            today.rows
                    .applications()
                    .stage(
                            today.number(),
                            today.day(),
                            second,
                            today.newId(),
                            line.line,
                            "used",
                            line.offer().product(),
                            staffed ? "branch" : "app",
                            wanted,
                            line.rate,
                            null,
                            contact,
                            today.campaigns.code(campaign));
        }
    }

    static void play(Today today) {
        ApplicationState application = today.state.application;
        if (!application.isOpen() || today.day().number() < application.nextDay) {
            return;
        }
        Dice dice = today.dice(Purpose.APPLYING);
        int second = 35_000 + dice.below(20_000);
        switch (application.stage) {
            case ApplicationState.STARTED -> submit(today, dice, second);
            case ApplicationState.SUBMITTED -> verify(today, dice, second);
            case ApplicationState.VERIFIED -> decide(today, dice, second);
            case ApplicationState.APPROVED -> sign(today, dice, second);
            default -> payOut(today, dice, second);
        }
    }

    private static void submit(Today today, Dice dice, int second) {
        ApplicationState application = today.state.application;
        if (dice.chance(
                application.staffed
                        ? 0.12
                        : 0.28 - 0.12 * today.person().temper().digital())) {
            end(today, "abandoned", second, null);
        } else {
            next(today, ApplicationState.SUBMITTED, "submitted", second, 1);
        }
    }

    private static void verify(Today today, Dice dice, int second) {
        if (dice.chance(0.03)) {
            end(today, "rejected", second, "documents");
            return;
        }
        CustomerState state = today.state;
        state.inquiries++;
        if ((state.consents & CustomerState.BUREAU) == 0) {
            state.consents |= CustomerState.BUREAU;
            today.rows
                    .consents()
                    .consent(
                            today.number(),
                            today.day(),
                            second - 60,
                            today.newId(),
                            "bureau",
                            null,
                            true,
                            "application");
        }
        today.rows
                .applications()
                .bureau(
                        today.number(),
                        today.day(),
                        second,
                        today.newId(),
                        state.application.application,
                        Bureau.report(today));
        next(today, ApplicationState.VERIFIED, "verified", second + 1, dice.below(2));
    }

    private static void decide(Today today, Dice dice, int second) {
        String reason = refusal(today, dice, Bureau.report(today));
        if (reason != null) {
            end(today, "rejected", second, reason);
        } else {
            next(today, ApplicationState.APPROVED, "approved", second, 1 + dice.below(3));
        }
    }

    /** The bank's admission policy: the first rule broken, or null. */
    private static @Nullable String refusal(Today today, Dice dice, BureauFacts bureau) {
        Person person = today.person();
        int age = person.age(today.day().number());
        Employer employer = person.job().employer();
        double dues = bureau.monthlyPayment() + today.state.application.amount / 30.0;
        if (dice.chance(person.temper().gambler() ? 0.06 : 0.003)) {
            return "fraud";
        } else if (age < 20 || age > 62) {
            return "age";
        } else if (bureau.worstMonths() >= 3 || bureau.overdue() >= 6) {
            return "overdue";
        } else if (bureau.inquiries() > 6) {
            return "inquiries";
        } else if (today.income() < 250_000) {
            return "income";
        } else if (dues > 0.7 * today.income()) {
            return "debt_ratio";
        } else if (employer != null && "avoid".equals(employer.stability()) && dice.chance(0.4)) {
            return "employer";
        }
        return null;
    }

    private static void sign(Today today, Dice dice, int second) {
        ApplicationState application = today.state.application;
        double points = (application.rate - application.offer().referenceRate()) / 10_000.0;
        double leaves = Leaning.logistic(-2.0 + today.person().temper().priceSensitivity() * points);
        if (dice.chance(leaves)) {
            end(today, "abandoned", second, null);
        } else {
            next(today, ApplicationState.SIGNED, "signed", second, 1);
        }
    }

    private static void payOut(Today today, Dice dice, int second) {
        ApplicationState application = today.state.application;
        Offer offer = application.offer();
        int day = today.day().number();
        if (!today.state.hasFreeLoan()) {
            end(today, "abandoned", second, null);
            return;
        }
        boolean line = offer == Offer.REVOLVING || offer == Offer.BUSINESS;
        if (line && !today.state.line.isActive()) {
            Borrowing.grant(today, offer, application.amount, application.rate, day, second);
            boolean used = dice.chance(offer == Offer.BUSINESS ? 0.75 : 0.45);
            long wanted = Math.round(application.amount * dice.between(0.3, 1.0));
            write(today, "disbursed", second + 2, null);
            if (used && Borrowing.draw(today, wanted, day, second + 4)) {
                write(today, "used", second + 6, null);
            }
            application.stage = ApplicationState.NONE;
        } else {
            Borrowing.disburse(today, offer, application.amount, application.rate, offer.termMonths(), 0, day, second);
            end(today, "disbursed", second + 2, null);
        }
    }

    private static void next(Today today, int stage, String name, int second, int days) {
        today.state.application.stage = stage;
        today.state.application.nextDay = today.day().number() + Math.max(1, days);
        write(today, name, second, null);
    }

    private static void end(Today today, String stage, int second, @Nullable String reason) {
        write(today, stage, second, reason);
        today.state.application.stage = ApplicationState.NONE;
    }

    private static void write(Today today, String stage, int second, @Nullable String reason) {
        ApplicationState application = today.state.application;
        today.rows
                .applications()
                .stage(
                        today.number(),
                        today.day(),
                        second,
                        today.newId(),
                        application.application,
                        stage,
                        application.offer().product(),
                        application.channel(),
                        application.amount,
                        application.rate,
                        reason,
                        application.contact,
                        today.campaigns.code(application.campaign));
    }
}
