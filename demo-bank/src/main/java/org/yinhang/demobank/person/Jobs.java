package org.yinhang.demobank.person;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Employer;
import org.yinhang.demobank.world.Purpose;
import org.yinhang.demobank.world.World;

/** Gives customers work and income; neighbours often share an employer. */
final class Jobs {

    /** Average monthly income of an employee in fen. */
    private static final double AVERAGE = 720_000;

    private static final double[] SCHOOLING = {-0.35, -0.25, -0.10, 0.05, 0.28, 0.50};
    private static final int EMPLOYERS_OF_A_NEIGHBOURHOOD = 9;

    private final World world;
    private final Dice dice;

    Jobs(World world, Dice dice) {
        this.world = world;
        this.dice = dice;
    }

    Job of(int number, int neighbourhood, double age, int education, int city, double cityIncome) {
        dice.about(number).forever(Purpose.JOB);
        double career = age < 25 ? -0.35 : age < 32 ? -0.05 : age < 50 ? 0.12 : 0.05;
        double level = AVERAGE * cityIncome * Math.exp(SCHOOLING[education] + career + 0.33 * dice.normal() - 0.05);
        if (age >= 60) {
            return new Job("retired", null, whole(level * 0.55), 15, dice.chance(0.6), false, false, 0.008);
        }
        if (age < 22 && dice.chance(0.45)) {
            return new Job(
                    "student", null, whole(160_000 * Math.exp(0.3 * dice.normal())), 1, false, false, false, 0.03);
        }
        if (age > 24 && dice.chance(0.13)) {
            return new Job("business_owner", null, whole(level * 1.7), 1, false, true, false, 0.075);
        }
        if (dice.chance(0.06)) {
            return new Job("self_employed", null, whole(level * 0.9), 1, false, dice.chance(0.4), false, 0.09);
        }
        Employer employer = employer(neighbourhood, city, education);
        return new Job(
                occupation(employer, education),
                employer,
                whole(level * employer.wage()),
                employer.payday(),
                employer.payroll(),
                false,
                dice.chance("avoid".equals(employer.stability()) ? 0.3 : 0.88),
                employer.jobLoss());
    }

    /** The better educated more often work where work is stable. */
    private Employer employer(int neighbourhood, int city, int education) {
        @Nullable Employer best = null;
        int tries = education >= 4 ? 3 : education >= 3 ? 2 : 1;
        for (int i = 0; i < tries; i++) {
            int slot = (int) (dice.uniform() * dice.uniform() * EMPLOYERS_OF_A_NEIGHBOURHOOD);
            Employer offered = world.employers().in(city, neighbourhood * 31 + slot * 7);
            if (best == null || offered.jobLoss() < best.jobLoss()) {
                best = offered;
            }
        }
        return Objects.requireNonNull(best);
    }

    private String occupation(Employer employer, int education) {
        return switch (employer.industry()) {
            case "government" -> "civil_servant";
            case "science_education_health" -> dice.chance(0.5) ? "teacher" : "doctor";
            case "military" -> "soldier";
            case "finance" -> "finance_staff";
            default ->
                education >= 4
                        ? (dice.chance(0.15) ? "executive" : "engineer")
                        : education >= 3 ? "office_staff" : dice.chance(0.5) ? "worker" : "service_staff";
        };
    }

    private static long whole(double fen) {
        return Math.round(fen / 10_000) * 10_000;
    }
}
