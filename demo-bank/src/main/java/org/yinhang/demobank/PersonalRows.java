package org.yinhang.demobank;

/** Takes the personal data of the simulated customers, which do not belong in the lake. */
@FunctionalInterface
public interface PersonalRows {

    /** For benchmarks that need nobody's name. */
    PersonalRows NONE = row -> {};

    /** Takes one customer; customers come in ascending number, all on one thread. */
    void accept(PersonalRow row);
}
