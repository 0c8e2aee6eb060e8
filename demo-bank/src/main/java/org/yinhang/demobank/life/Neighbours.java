package org.yinhang.demobank.life;

import org.yinhang.demobank.person.People;
import org.yinhang.demobank.world.Employer;
import org.yinhang.demobank.world.World;

/** Remembers for whom the customers of one neighbourhood work. */
final class Neighbours {

    private static final int NOBODY = -1;

    private final People people;
    private final int[] employers = new int[People.NEIGHBOURS];
    private int neighbourhood = -1;

    Neighbours(World world) {
        this.people = new People(world);
    }

    /** The number of an employer, or -1. */
    int employerOf(int customer) {
        if (customer / People.NEIGHBOURS != neighbourhood) {
            neighbourhood = customer / People.NEIGHBOURS;
            for (int i = 0; i < employers.length; i++) {
                Employer employer =
                        people.of(neighbourhood * People.NEIGHBOURS + i).job().employer();
                employers[i] = employer == null ? NOBODY : employer.number();
            }
        }
        return employers[customer % People.NEIGHBOURS];
    }
}
