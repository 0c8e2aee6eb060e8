package org.yinhang.core.predicate;

/**
 * What can be wrong with the text of an expression. Templates are English; {@code %1$s} onwards are the problem's
 * arguments, of which the last is always what to do next.
 */
public enum ProblemKind {
    UNEXPECTED("PRE-1001", "'%1$s' is not expected here."),
    ENDS_EARLY("PRE-1002", "The text ends too early."),
    UNFINISHED_TEXT("PRE-1003", "A quoted text has no closing quote."),
    STRANGE_CHARACTER("PRE-1004", "The character '%1$s' means nothing here."),
    UNKNOWN_FIELD("PRE-1005", "Unknown field '%1$s'."),
    UNKNOWN_TABLE("PRE-1006", "Unknown table of facts '%1$s'."),
    UNKNOWN_FUNCTION("PRE-1007", "Unknown function '%1$s'."),
    UNKNOWN_LIST("PRE-1008", "There is no list '%1$s'."),
    UNKNOWN_AUDIENCE("PRE-1009", "There is no audience '%1$s'."),
    DIFFERENT_TYPES("PRE-1010", "A %1$s and a %2$s cannot stand together here."),
    NOT_A_CONDITION("PRE-1011", "This is a %1$s, not something true or false."),
    NO_ORDER("PRE-1012", "A %1$s is equal or different, never greater or smaller."),
    NULL_COMPARED("PRE-1013", "Nothing is equal to null."),
    BAD_LITERAL("PRE-1014", "'%1$s' is no %2$s."),
    WRONG_ARGUMENTS("PRE-1015", "%1$s does not take these arguments."),
    WINDOW_OF_STATES("PRE-1016", "%1$s says how things are now, so it has no window."),
    REAL_SUM("PRE-1017", "Sums of real numbers do not repeat exactly."),
    NESTED_AGGREGATE("PRE-1018", "An aggregate cannot stand inside another."),
    TOO_DEEP("PRE-1019", "The expression is nested too deeply."),
    BAD_WINDOW("PRE-1020", "This window has no days in it."),
    TOO_LONG("PRE-1021", "The text has more than %1$s characters."),
    UNKNOWN_VALUE("PRE-1022", "'%1$s' is no value of %2$s.");

    private final String code;
    private final String template;

    ProblemKind(String code, String template) {
        this.code = code;
        this.template = template;
    }

    /** Stable code of the fault. */
    public String code() {
        return code;
    }

    String template() {
        return template;
    }
}
