package org.yinhang.core.audience;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes random predicates over the columns of {@code RandomColumns}: every operator, nested, with missing constants. */
final class PredicateSource {

    private final Random random;

    PredicateSource(long seed) {
        random = new Random(seed);
    }

    String predicate(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return condition();
        }
        String inner =
                switch (random.nextInt(3)) {
                    case 0 -> joined(" and ", depth);
                    case 1 -> joined(" or ", depth);
                    default -> "not (" + predicate(depth - 1) + ")";
                };
        return "(" + inner + ")";
    }

    private String joined(String word, int depth) {
        List<String> parts = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            parts.add(predicate(depth - 1));
        }
        return String.join(word, parts);
    }

    private String condition() {
        return switch (random.nextInt(24)) {
            case 0 -> "city " + pick("=", "<>") + " '" + pick("hangzhou", "ningbo", "上海", "nowhere") + "'";
            case 1 -> "city " + pick("in", "not in") + " ('ningbo', 'wenzhou', 'nowhere')";
            case 2 -> "city " + pick("like", "not like") + " '" + pick("hang%", "%zhou", "_____", "x%") + "'";
            case 3 -> "street like 'street " + random.nextInt(10) + pick("%", "_", "") + "'";
            case 4 -> "street = 'street " + random.nextInt(6000) + "'";
            case 5 -> pick("payroll", "payroll = true", "payroll <> true", "payroll is null", "not payroll");
            case 6 -> "loans " + order() + " " + (random.nextInt(8) - 1);
            case 7 -> "loans in (" + numbers(3, 6) + ")";
            case 8 -> "age between " + (10 + random.nextInt(40)) + " and " + (30 + random.nextInt(50));
            case 9 -> "age / 10 " + order() + " " + random.nextInt(8) + "." + random.nextInt(10);
            case 10 -> "balance " + order() + " " + (random.nextInt(3000) - 1500) + pick("", ".55");
            case 11 -> "balance not between " + (random.nextInt(1000) - 1500) + " and " + random.nextInt(1500);
            case 12 -> "turnover " + order() + " " + (random.nextLong(40_000_000_000L) - 20_000_000_000L);
            case 13 -> "rate " + order() + " 4." + random.nextInt(10) + "%";
            case 14 -> "granted " + order() + " as_of - " + random.nextInt(5000) + " days";
            case 15 -> "year(granted) = " + (2022 + random.nextInt(4));
            case 16 -> "hour(seen) between 8 and " + (8 + random.nextInt(14));
            case 17 ->
                "score " + order() + " "
                        + BigDecimal.valueOf(random.nextGaussian()).toPlainString();
            case 18 -> "loans " + order() + " " + random.nextInt(4) + "." + random.nextInt(2) + "0001";
            case 19 -> pick("has", "not has") + "(scenes, '" + pick("car", "home", "boat") + "')";
            case 20 ->
                pick("has_any", "has_all", "not has_any", "not has_all") + "(scenes, 'study', '"
                        + pick("travel", "car", "boat") + "')";
            case 21 ->
                pick("nothing", "city", "loans", "score", "balance", "scenes", "turnover", "seen")
                        + pick(" is null", " is not null");
            case 22 -> "balance > turnover / " + (1 + random.nextInt(10_000_000));
            default ->
                pick(
                        "size(scenes) >= 2",
                        "coalesce(loans, age) > 3",
                        "constant = -7",
                        "constant > -7",
                        "customer in list 'called'",
                        "customer not in list 'called'",
                        "(payroll or loans > 2) is null",
                        "case when age > 40 then balance else turnover end > 100");
        };
    }

    private String order() {
        return pick("=", "<>", "<", "<=", ">", ">=");
    }

    private String numbers(int count, int below) {
        return random.ints(count, 0, below).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }
}
