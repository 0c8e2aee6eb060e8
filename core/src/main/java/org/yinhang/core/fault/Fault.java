package org.yinhang.core.fault;

/**
 * One thing that is wrong with what a person gave: what, where, what was expected, and what to do next.
 * Never holds personal data.
 *
 * @param code stable, such as {@code ING-1004}: three letters of the module, four digits
 * @param what what is wrong, one sentence
 * @param where file, line, column or field; empty when there is no place
 * @param next what was expected and what to do next, one sentence
 */
public record Fault(String code, String what, String where, String next) {

    public static Fault of(String code, String what, String where, String next) {
        return new Fault(code, what, where, next);
    }

    @Override
    public String toString() {
        String place = where.isEmpty() ? "" : " (" + where + ")";
        return code + ": " + what + place + (next.isEmpty() ? "" : " " + next);
    }
}
