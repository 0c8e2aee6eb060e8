package org.yinhang.demobank.world;

/** The bank's surroundings as a pure function of a seed and its size; shared by all threads. */
public final class World {

    private final long seed;
    private final int customers;
    private final int firstDay;
    private final BranchTree branches;
    private final Employers employers;

    /**
     * Builds the world.
     *
     * @param firstDay day number on which the recorded history begins
     */
    public World(long seed, int customers, int firstDay) {
        this.seed = seed;
        this.customers = customers;
        this.firstDay = firstDay;
        this.branches = new BranchTree(customers);
        this.employers = new Employers(seed, customers, branches.cities());
    }

    public long seed() {
        return seed;
    }

    public int customers() {
        return customers;
    }

    /** Day number on which the recorded history begins. */
    public int firstDay() {
        return firstDay;
    }

    public BranchTree branches() {
        return branches;
    }

    public Employers employers() {
        return employers;
    }

    /** The city with that position. */
    public City city(int position) {
        return City.ALL.get(position);
    }
}
