package org.yinhang.core.predicate;

import java.util.List;
import org.yinhang.core.fault.Fault;

/**
 * One thing wrong with the text of an expression, at a place an editor can underline.
 *
 * @param kind what is wrong
 * @param from position of the first character concerned, from 0
 * @param to position after the last character concerned
 * @param arguments the words of the message: names, types
 * @param next what to do about it, one English sentence, or empty
 * @param suggestion the word probably meant, or empty
 */
public record Problem(ProblemKind kind, int from, int to, List<String> arguments, String next, String suggestion) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** The problem as every other fault is told, placed by line and column of the text. */
    public Fault fault(String text) {
        String before = text.substring(0, Math.min(from, text.length()));
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return Fault.of(
                kind.code(),
                kind.template().formatted(arguments.toArray()),
                "line %d, column %d".formatted(line, column),
                next);
    }
}
