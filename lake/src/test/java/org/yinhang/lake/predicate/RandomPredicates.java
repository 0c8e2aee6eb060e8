package org.yinhang.lake.predicate;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Writes random expressions of every construct of the language, over the fields of {@link RandomBank}. */
final class RandomPredicates {

    private final SplittableRandom random;

    RandomPredicates(SplittableRandom random) {
        this.random = random;
    }

    String condition(int depth) {
        if (depth <= 0) {
            return simple();
        }
        return switch (random.nextInt(5)) {
            case 0 -> "(" + condition(depth - 1) + " and " + condition(depth - 1) + ")";
            case 1 -> "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
            case 2 -> "not (" + condition(depth - 1) + ")";
            case 3 ->
                "case when %s then %s else %s end".formatted(condition(depth - 1), condition(depth - 1), condition(0));
            default -> simple();
        };
    }

    private String simple() {
        return switch (random.nextInt(16)) {
            case 0 -> number() + comparison() + number();
            case 1 -> money(2) + comparison() + money(2);
            case 2 -> "rate" + comparison() + one("3.5%", "0.04", "rate * 0.5", "rate + 0.5%");
            case 3 -> text() + one(" = ", " <> ") + text();
            case 4 -> text() + one(" in ", " not in ") + "('a', 'Ab', '杭州', 'x_y')";
            case 5 ->
                text() + one(" like ", " not like ") + one("'%b%'", "'_b'", "'杭_'", "'%'", "'x__'", "''", "'a%b'");
            case 6 -> day() + comparison() + day();
            case 7 -> any() + one(" is null", " is not null");
            case 8 -> one("mortgage", "mortgage = false", "customer in list 'vip'", "customer not in audience 'a1'");
            case 9 -> set();
            case 10 -> money(1) + one(" between ", " not between ") + money(0) + " and " + money(0);
            case 11 -> "contains(%s, 'b') or starts_with(%s, 'A') or ends_with(city, '州')".formatted(text(), text());
            case 12 -> whole() + one(" in ", " not in ") + "(0, 1, 2, 30)";
            case 13 -> "exists(%s)%s".formatted(events(), window());
            case 14 -> "exists(lines where %s)".formatted(lineCondition());
            default -> whole() + comparison() + whole();
        };
    }

    private String set() {
        String set = one("circles", "set('car' when mortgage, 'x' when age > 40)", labels());
        return one(
                "has(%s, 'car')".formatted(set),
                "has_any(%s, 'home', 'x')".formatted(set),
                "has_all(%s, 'car', 'home')".formatted(set),
                "has_all(%s, 'never')".formatted(set),
                "size(%s) >= 1".formatted(set));
    }

    private String labels() {
        return "labels(category from events where amount > 0)" + window();
    }

    private String any() {
        return choose(this::number, this::whole, this::text, this::day, () -> money(1), () -> "circles", this::labels);
    }

    private String number() {
        return choose(
                () -> "score",
                () -> "score * " + one("2", "0.1", "-3.7"),
                () -> "score / " + one("score", "age", "0.3", "(age - 30)"),
                () -> one("income / debt", "debt / income", "income / (debt - income)"),
                () -> "avg(points from events)" + window(),
                () -> "coalesce(score, 0.5)",
                () -> "greatest(score, 0.25, age / 100)",
                () -> "case when mortgage then score when age > 30 then 0.5 end",
                () -> "abs(score - 0.5)");
    }

    private String whole() {
        return choose(
                () -> "age",
                () -> "age + visits",
                () -> "visits - 3",
                () -> "length(%s)".formatted(text()),
                () -> "bucket(score, 0.2, 0.5, 0.8)",
                () -> "bucket(income, 3000, 8000, 20000.5)",
                () -> "year(%s) - 2000".formatted(day()),
                () -> one("month", "day", "weekday").concat("(%s)".formatted(day())),
                () -> "age(joined_on)",
                () -> "hour(seen_at)",
                () -> "days_between(joined_on, %s)".formatted(day()),
                () -> "months_between(%s, %s)".formatted(day(), day()),
                () -> "as_of - joined_on",
                () -> "size(circles)",
                () -> "least(age, visits)",
                () -> "count(%s)%s".formatted(events(), window()),
                () -> "sum(points from %s)%s".formatted(events(), window()),
                () -> one("min", "max", "first", "last") + "(points from %s)%s".formatted(events(), window()),
                () -> "distinct(%s from events)%s".formatted(one("category", "date(occurred_at)", "points"), window()),
                () -> "count(lines where %s)".formatted(lineCondition()));
    }

    private String money(int depth) {
        if (depth <= 0) {
            return one("income", "debt", "12000.5", "3万", "-1");
        }
        return choose(
                () -> money(0),
                () -> "income + debt",
                () -> "debt - income",
                () -> "income * " + one("0.35", "age", "score"),
                () -> "debt / " + one("12", "age", "visits", "score"),
                () -> "rate * income",
                () -> "abs(income - debt)",
                () -> "coalesce(%s, %s)".formatted(money(0), "income"),
                () -> "case when age > 40 then income else debt end",
                () -> one("sum", "avg", "min", "max", "first", "last")
                        + "(amount from %s)%s".formatted(events(), window()),
                () -> one("sum", "max") + "(granted - used from lines where %s)".formatted(lineCondition()));
    }

    private String text() {
        return choose(
                () -> "city",
                () -> "kind",
                () -> "lower(kind)",
                () -> "upper(city)",
                () -> "left(kind, %s)".formatted(one("0", "1", "2")),
                () -> "coalesce(city, kind, 'none')",
                () -> "case when age > 30 then city when mortgage then 'a' else kind end",
                () -> one("first", "last", "mode") + "(category from %s)%s".formatted(events(), window()),
                () -> "last(result from events)" + window());
    }

    private String day() {
        return choose(
                () -> "joined_on",
                () -> "date(seen_at)",
                () -> "as_of",
                () -> "as_of - " + one("90 days", "3 months", "1 year"),
                () -> "joined_on + " + one("30 days", "1 month", "2 years"),
                () -> "date '2026-02-28'",
                () -> "month_start(joined_on)",
                () -> "date(%s(occurred_at from %s))".formatted(one("max", "min", "last"), events()));
    }

    private String events() {
        return "events where "
                + one(
                        "amount > 0",
                        "category = 'x'",
                        "category in ('x', 'y') and points is not null",
                        "not (amount < 100)",
                        "result = 'ok'",
                        "hour(occurred_at) between 9 and 17",
                        "weekday(date(occurred_at)) < 6",
                        "occurred_at >= as_of - 1 month");
    }

    private String lineCondition() {
        return one("status = 'open'", "granted > used", "granted - used >= 500", "status is null or used = 0");
    }

    private String window() {
        return one("", " over last 30 days", " over last 3 months", " over 30 to 90 days ago", " over last 1 year");
    }

    private String comparison() {
        return one(" = ", " <> ", " < ", " <= ", " > ", " >= ");
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @SafeVarargs
    private String choose(Supplier<String>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }
}
