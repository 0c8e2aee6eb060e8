package org.yinhang.demobank.world;

/** What a random draw is for; each purpose has a stream of its own, so a new behaviour never shifts an old one. */
public enum Purpose {
    DEMOGRAPHY(0),
    JOB(1),
    TEMPER(2),
    NEED(3),
    JOIN(4),
    FORTUNE(5),
    PAYROLL(6),
    SPENDING(7),
    SAVING(8),
    REPAYING(9),
    APPLYING(10),
    POLICY(11),
    ANSWER(12),
    OWN_ACCORD(13),
    BROWSING(14),
    COMPLAINING(15),
    CONSENT(16),
    RELATION(17),
    TRANSFER(18),
    PERSONAL(19),
    HOUSEHOLD(20),
    EMPLOYER(21),
    BRANCH(22),
    BUREAU(23),
    SKETCH(24),
    HOUR(25);

    private final int number;

    Purpose(int number) {
        this.number = number;
    }

    /** Number below 64, stable over versions because every draw depends on it. */
    int number() {
        return number;
    }
}
