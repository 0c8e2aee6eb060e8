package org.yinhang.compliance.rules;

/** What a calendar day is for people who work. */
public enum DayKind {
    /** A working day, a weekend worked in exchange for a holiday among them. */
    WORKDAY,
    /** Saturday or Sunday off. */
    WEEKEND,
    /** A public holiday or a day moved next to one. */
    HOLIDAY
}
