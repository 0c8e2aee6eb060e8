package org.yinhang.demobank;

/** How much of the bank is simulated. */
public enum Detail {
    /** Every table, every day of every customer, with known truth; the days after can be played. */
    FULL,
    /** For benchmarks of size: customers, accounts, credit lines and about ten transactions each, drawn without playing days. */
    LIGHT
}
