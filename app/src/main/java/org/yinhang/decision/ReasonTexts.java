package org.yinhang.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.yinhang.lake.schema.ColumnSchema;

/** Says in plain words why a customer scored as they did. */
final class ReasonTexts {

    private static final BigDecimal FEN_PER_WAN = BigDecimal.valueOf(1_000_000);

    private ReasonTexts() {}

    /** One sentence, such as {@code 上次活动结果为接受，意向更高}. */
    static Campaign.Names sentence(Contribution contribution) {
        ColumnSchema column = contribution.feature().column();
        boolean raises = contribution.logOdds() >= 0;
        if (contribution.value().isEmpty()) {
            return new Campaign.Names(
                    "%s未知，意向%s".formatted(column.zh(), raises ? "更高" : "更低"),
                    "%s is unknown: %s interest".formatted(column.en(), raises ? "raises" : "lowers"));
        }
        return new Campaign.Names(
                "%s为%s，意向%s".formatted(column.zh(), valueZh(column, contribution.value()), raises ? "更高" : "更低"),
                "%s is %s: %s interest"
                        .formatted(column.en(), valueEn(column, contribution.value()), raises ? "raises" : "lowers"));
    }

    private static String valueZh(ColumnSchema column, String value) {
        return switch (column.type()) {
            case FLAG -> value.equals("true") ? "是" : "否";
            case MONEY -> moneyZh(new BigDecimal(value));
            default -> column.values().getOrDefault(value, valueEn(column, value));
        };
    }

    private static String valueEn(ColumnSchema column, String value) {
        return switch (column.type()) {
            case FLAG -> value.equals("true") ? "yes" : "no";
            case MONEY -> "¥" + yuan(new BigDecimal(value)).toPlainString();
            case RATE -> new BigDecimal(value).movePointLeft(4).setScale(2, RoundingMode.HALF_UP) + "%";
            case FRACTION -> new BigDecimal(value).movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%";
            case NUMBER ->
                new BigDecimal(value)
                        .round(new java.math.MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
            case DATE ->
                value.contains("-")
                        ? value
                        : LocalDate.ofEpochDay(new BigDecimal(value).longValue())
                                .toString();
            case CODE, TEXT, INTEGER, CUSTOMER, KEY, INSTANT -> value;
        };
    }

    private static String moneyZh(BigDecimal fen) {
        return fen.abs().compareTo(FEN_PER_WAN) >= 0
                ? "¥" + fen.movePointLeft(6).setScale(1, RoundingMode.HALF_UP).toPlainString() + "万"
                : "¥" + yuan(fen).toPlainString();
    }

    private static BigDecimal yuan(BigDecimal fen) {
        return fen.movePointLeft(2).setScale(0, RoundingMode.HALF_UP);
    }
}
