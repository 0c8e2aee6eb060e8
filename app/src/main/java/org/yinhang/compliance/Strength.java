package org.yinhang.compliance;

/** How surely a rule is known; the interface shows the mark beside its source. */
public enum Strength {
    /** Read in the primary text. */
    PRIMARY("P"),
    /** Quoted second-hand with an official reference; the bank's own lawyers confirm the clause. */
    SECONDARY("S"),
    /** Professional custom or the bank's own policy. */
    CUSTOM("K");

    private final String mark;

    Strength(String mark) {
        this.mark = mark;
    }

    /** The letter that stands for it: P, S or K. */
    public String mark() {
        return mark;
    }
}
