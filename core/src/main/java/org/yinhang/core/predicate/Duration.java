package org.yinhang.core.predicate;

/** So many days, months or years, as written. */
record Duration(int length, CalendarUnit unit) {}
