package org.yinhang.demobank.person;

import org.yinhang.demobank.world.City;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Outlet;
import org.yinhang.demobank.world.Purpose;
import org.yinhang.demobank.world.World;

/** Makes customers out of numbers. One thread at a time. */
public final class People {

    /** Neighbouring numbers, as many as this, are served by one outlet. */
    public static final int NEIGHBOURS = 64;

    private static final int JOIN_HORIZON = 700;
    private static final String[] EDUCATIONS = {
        "primary", "lower_secondary", "upper_secondary", "college", "university", "postgraduate"
    };

    private final World world;
    private final Dice dice;
    private final Jobs jobs;
    private final Tempers tempers;

    public People(World world) {
        this.world = world;
        this.dice = new Dice(world.seed());
        this.jobs = new Jobs(world, dice);
        this.tempers = new Tempers(dice);
    }

    /** The customer with that number. */
    public Person of(int number) {
        Home home = Homes.of(dice, number);
        int neighbourhood = number / NEIGHBOURS;
        dice.about(neighbourhood).forever(Purpose.BRANCH);
        Outlet outlet = world.branches().outlet(dice.below(world.branches().outletCount()));
        City city = world.city(outlet.city());
        dice.about(number).forever(Purpose.DEMOGRAPHY);
        int position = number - home.first();
        boolean married = home.couple() && position < 2;
        boolean grownChild = home.members() == 3 && position == 2;
        boolean female = married ? position == 1 : dice.chance(0.49);
        double age = age(married, grownChild);
        int education = education(age);
        String marital = married
                ? "married"
                : dice.chance(age > 32 ? 0.55 : 0.12)
                        ? "married"
                        : age > 35 && dice.chance(0.3) ? "divorced" : "single";
        int birthDay = world.firstDay() - (int) (age * 365.2425);
        String risk = "c" + (1 + dice.weighted(0.18, 0.34, 0.30, 0.13, 0.05));
        boolean managed = dice.chance(0.62);
        String manager = managed ? outlet.manager(dice.below(outlet.managers())) : "";
        boolean card = dice.chance(0.36);
        boolean saver = dice.chance(0.30);
        boolean investor = dice.chance(0.16);
        int joinedOn = joinedOn(birthDay);
        Job job = jobs.of(number, neighbourhood, age, education, outlet.city(), city.income());
        Temper temper = tempers.temper(number, age, education, job, home);
        Cycles cycles = tempers.cycles(number, age, job, home, world.firstDay() / 7);
        return new Person(
                number,
                female,
                birthDay,
                marital,
                EDUCATIONS[education],
                city,
                outlet,
                manager,
                joinedOn,
                risk,
                card,
                saver,
                investor,
                home,
                job,
                temper,
                cycles);
    }

    private double age(boolean married, boolean grownChild) {
        double age = grownChild
                ? dice.between(18, 27)
                : 27 + 26 * dice.uniform() + (dice.chance(0.22) ? 14 * dice.uniform() : 0);
        return !married && !grownChild && dice.chance(0.35) ? dice.between(19, 30) : age;
    }

    private int education(double age) {
        return age < 35
                ? dice.weighted(0.01, 0.10, 0.21, 0.30, 0.32, 0.06)
                : age < 50
                        ? dice.weighted(0.05, 0.25, 0.27, 0.22, 0.18, 0.03)
                        : dice.weighted(0.18, 0.36, 0.25, 0.13, 0.07, 0.01);
    }

    /** Seven in ten are customers before the history begins; the others come during its first 700 days. */
    private int joinedOn(int birthDay) {
        dice.forever(Purpose.JOIN);
        int day = dice.chance(0.72)
                ? world.firstDay() - 1 - (int) (dice.uniform() * dice.uniform() * 4_300)
                : world.firstDay() + dice.below(JOIN_HORIZON);
        return Math.max(day, birthDay + (int) (16 * 365.2425));
    }
}
