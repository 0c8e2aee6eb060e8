package org.yinhang.lake.yaml;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Probability;
import org.yinhang.core.unit.Rate;

/** Amounts, rates and days of a definition, written as the predicate language writes them: {@code 30万}, {@code 4.35%}. */
public final class Readings {

    private static final Catalogue NO_NAMES = Catalogue.ofFields(List.of());

    private Readings() {}

    /** Yuan, such as {@code 5000} or {@code 30万}. */
    public static Money money(YamlNode node) {
        return Money.ofFen(whole(node, ValueType.MONEY, "Write yuan, such as 5000 or 30万."));
    }

    /** Percent a year, such as {@code 4.35%}. */
    public static Rate rate(YamlNode node) {
        return new Rate((int) whole(node, ValueType.RATE, "Write percent, such as 4.35%."));
    }

    /** A part of one, written as a percentage. */
    public static Probability share(YamlNode node) {
        try {
            return Probability.of(rate(node).ppm() / 1e6);
        } catch (IllegalArgumentException e) {
            throw node.wrong("'%s' is no part of one.".formatted(node.text()), "Write 0% to 100%.");
        }
    }

    /** A day, such as {@code 2026-01-31}. */
    public static LocalDate day(YamlNode node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.wrong("'%s' is no day.".formatted(node.text()), "Write it as 2026-01-31.");
        }
    }

    /** The first day on which something no longer holds, where one is given. */
    public static Optional<LocalDate> until(YamlNode node) {
        return node.find("until").map(Readings::day);
    }

    private static long whole(YamlNode node, ValueType type, String next) {
        try {
            if (Predicates.value(node.text(), type, NO_NAMES) instanceof Literal literal
                    && literal.value() instanceof Value.Whole(long value)) {
                return value;
            }
            throw node.wrong("'%s' is no constant.".formatted(node.text()), next);
        } catch (PredicateException e) {
            throw node.wrong("'%s' is not understood.".formatted(node.text()), next);
        }
    }
}
