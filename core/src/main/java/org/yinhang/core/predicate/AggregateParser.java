package org.yinhang.core.predicate;

import java.time.LocalDate;
import java.util.Optional;
import org.yinhang.core.predicate.Expression.Aggregate;
import org.yinhang.core.predicate.Token.Kind;

/**
 * Reads {@code count(table where …) over …} and {@code sum(value from table where …) over …}, after the opening
 * bracket.
 */
final class AggregateParser {

    private final Tokens tokens;
    private final Problems problems;
    private final Catalogue catalogue;

    AggregateParser(Tokens tokens, Problems problems, Catalogue catalogue) {
        this.tokens = tokens;
        this.problems = problems;
        this.catalogue = catalogue;
    }

    Expression aggregate(AggregateFunction function, Token word, boolean insideAnother) {
        if (insideAnother) {
            throw problems.stop(
                    ProblemKind.NESTED_AGGREGATE, word.from(), word.to(), "Save the inner one as a tag of its own.");
        }
        boolean ofRows = function == AggregateFunction.COUNT || function == AggregateFunction.EXISTS;
        int start = tokens.mark();
        if (!ofRows) {
            tokens.skipTo("from");
        }
        FactTable table = table();
        Parser inner = new Parser(tokens, problems, Catalogue.ofColumns(table), true);
        Optional<Part> argument = ofRows ? Optional.empty() : Optional.of(argument(inner, start));
        Optional<Expression> where = Optional.empty();
        if (tokens.skip("where")) {
            where = Optional.of(new Typing(problems).condition(inner.expression()));
        }
        tokens.expectSymbol(")");
        Window window = window(table);
        Part place = new Part(Typing.mistake(), word.from(), tokens.end());
        Optional<ValueType> type = AggregateTypes.of(function, argument.map(Part::type));
        if (argument.filter(a -> a.type() == ValueType.NOTHING).isPresent()) {
            return Typing.mistake();
        }
        if (type.isEmpty()) {
            refuse(function, argument, place);
            return Typing.mistake();
        }
        return new Aggregate(function, table, argument.map(Part::expression), where, window, type.get());
    }

    /** The argument stands before the table whose columns it uses: go back for it, then on. */
    private Part argument(Parser inner, int start) {
        int afterTable = tokens.mark();
        tokens.back(start);
        Part argument = inner.expression();
        tokens.expect("from");
        tokens.back(afterTable);
        return argument;
    }

    private FactTable table() {
        Token name = tokens.next();
        if (name.kind() != Kind.WORD && name.kind() != Kind.QUOTED_WORD) {
            throw tokens.unexpected(name, "a table of facts, such as transactions");
        }
        return catalogue.table(name.text()).orElseThrow(() -> {
            problems.unknown(
                    ProblemKind.UNKNOWN_TABLE,
                    new Part(Typing.mistake(), name.from(), name.to()),
                    name.text(),
                    catalogue.tables().stream().map(FactTable::name).toList());
            return problems.exception();
        });
    }

    private Window window(FactTable table) {
        int from = tokens.from();
        if (!tokens.skip("over")) {
            return Window.all();
        }
        Window window = tokens.skip("all") ? Window.all() : tokens.skip("last") ? last() : between();
        Part place = new Part(Typing.mistake(), from, tokens.end());
        LocalDate any = LocalDate.EPOCH;
        if (table.state() && !(window instanceof Window.All)) {
            problems.add(ProblemKind.WINDOW_OF_STATES, place, "Put a condition on its dates instead.", table.name());
        } else if (window.from(any)
                .filter(first -> !first.isBefore(window.until(any)))
                .isPresent()) {
            problems.add(ProblemKind.BAD_WINDOW, place, "Write the nearer end first: over 90 to 180 days ago.");
        }
        return window;
    }

    private Window last() {
        Duration duration =
                tokens.skipDuration().orElseThrow(() -> tokens.unexpected("a number of days, months or years"));
        return new Window.Last(duration.length(), duration.unit());
    }

    private Window between() {
        int newest = tokens.whole(tokens.next());
        tokens.expect("to");
        Duration oldest =
                tokens.skipDuration().orElseThrow(() -> tokens.unexpected("a number of days, months or years"));
        tokens.expect("ago");
        return new Window.Between(newest, oldest.length(), oldest.unit());
    }

    private void refuse(AggregateFunction function, Optional<Part> argument, Part place) {
        boolean realSum = (function == AggregateFunction.SUM || function == AggregateFunction.AVG)
                && argument.filter(a -> a.type() == ValueType.NUMBER).isPresent();
        if (realSum) {
            problems.add(ProblemKind.REAL_SUM, place, "Use money, a rate or a whole number.");
        } else {
            problems.add(ProblemKind.WRONG_ARGUMENTS, place, AggregateTypes.usage(function), function.word());
        }
    }
}
