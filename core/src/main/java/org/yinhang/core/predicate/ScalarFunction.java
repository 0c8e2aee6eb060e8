package org.yinhang.core.predicate;

import java.util.Locale;

/** The functions of single values; a missing argument gives a missing result unless said otherwise. */
public enum ScalarFunction {
    /** Size without sign. */
    ABS,
    /** Smallest of the arguments that are not missing. */
    LEAST,
    /** Greatest of the arguments that are not missing. */
    GREATEST,
    /** First argument that is not missing. */
    COALESCE,
    /** {@code bucket(x, b1, b2…)}: how many of the rising bounds are at most x. */
    BUCKET,
    /** Lower case, character by character. */
    LOWER,
    /** Upper case, character by character. */
    UPPER,
    /** Number of characters. */
    LENGTH,
    /** {@code left(text, n)}: the first n characters. */
    LEFT,
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    /** The local day of an instant. */
    DATE,
    /** The local hour of an instant, 0 to 23. */
    HOUR,
    YEAR,
    /** 1 to 12. */
    MONTH,
    /** Day of the month, 1 to 31. */
    DAY,
    /** 1 (Monday) to 7. */
    WEEKDAY,
    /** The first day of a day's month. */
    MONTH_START,
    /** {@code days_between(a, b)}: days from a to b, negative when b is earlier. */
    DAYS_BETWEEN,
    /** {@code months_between(a, b)}: full months from a to b: 12 × years + months, one less before a's day of month. */
    MONTHS_BETWEEN,
    /** {@code age(d)}: full years from a day to the as-of day. */
    AGE,
    /** {@code has(set, 'label')}. */
    HAS,
    /** {@code has_any(set, 'label'…)}. */
    HAS_ANY,
    /** {@code has_all(set, 'label'…)}. */
    HAS_ALL,
    /** Number of labels. */
    SIZE;

    /** The word in the language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
