package org.yinhang.lake.ingest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Collectors;
import org.yinhang.lake.ingest.mapping.Conventions;
import org.yinhang.lake.ingest.mapping.Conventions.MoneyUnit;
import org.yinhang.lake.ingest.mapping.Conventions.RateUnit;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.sql.Sql;

/**
 * The SQL that turns a bank's value into a canonical one, null where it cannot.
 *
 * @param parsed an expression worth working out once for each row, because the value names it more than once
 * @param value the expression of the canonical value, in which {@link #PARSED} stands for that expression
 * @param reason the expression of the reason's name, where a value is there but the canonical one is null
 */
record Conversion(String parsed, String value, String reason) {

    /** Stands for the column of the parsed expression. */
    static final String PARSED = "{parsed}";

    private Conversion(String value, String reason) {
        this("NULL", value, reason);
    }

    /**
     * The conversion of one column.
     *
     * @param x the SQL that names the bank's value
     * @param type the engine's type of it
     */
    static Conversion of(ColumnSchema column, String x, String type, Conventions conventions) {
        String text = type.equals("VARCHAR") ? x : "CAST(%s AS VARCHAR)".formatted(x);
        return switch (column.type()) {
            case CUSTOMER -> new Conversion(trimmed(text), name(RejectReason.MISSING));
            case KEY -> key(x, text, type, conventions);
            case CODE -> code(column, text);
            case TEXT -> new Conversion(trimmed(text), name(RejectReason.MISSING));
            case INTEGER -> whole(digits(text, conventions), "INTEGER", name(RejectReason.NOT_WHOLE));
            case MONEY -> money(digits(text, conventions), conventions.money());
            case RATE -> rate(text, conventions.rate());
            case FRACTION ->
                new Conversion(
                        "CASE WHEN TRY_CAST(%1$s AS DOUBLE) BETWEEN 0 AND 1 THEN TRY_CAST(%1$s AS DOUBLE) END"
                                .formatted(x),
                        name(RejectReason.NOT_A_FRACTION));
            case NUMBER -> {
                String number = "TRY_CAST(%s AS DOUBLE)".formatted(digits(text, conventions));
                yield new Conversion(
                        "CASE WHEN isfinite(%1$s) THEN %1$s END".formatted(number), name(RejectReason.NOT_A_NUMBER));
            }
            case DATE -> new Conversion(date(x, text, type, conventions), name(RejectReason.NOT_A_DATE));
            case INSTANT -> instant(x, text, type, conventions);
            case FLAG ->
                new Conversion(
                        type.equals("BOOLEAN")
                                ? x
                                : "CASE WHEN lower(trim(%1$s)) IN ('true', 't', 'yes', 'y', '1', '是', '有') THEN true WHEN lower(trim(%1$s)) IN ('false', 'f', 'no', 'n', '0', '否', '无') THEN false END"
                                        .formatted(text),
                        name(RejectReason.NOT_A_FLAG));
        };
    }

    private static Conversion key(String x, String text, String type, Conventions conventions) {
        if (type.endsWith("INT") || type.endsWith("INTEGER")) {
            return new Conversion("TRY_CAST(%s AS BIGINT)".formatted(x), name(RejectReason.NOT_WHOLE));
        }
        return conventions.numericKeys()
                ? whole(text, "BIGINT", name(RejectReason.NOT_WHOLE))
                : new Conversion("%s(%s)".formatted(Engine.NUMBER_OF, trimmed(text)), name(RejectReason.MISSING));
    }

    private static Conversion code(ColumnSchema column, String text) {
        return column.values().isEmpty()
                ? new Conversion(trimmed(text), name(RejectReason.MISSING))
                : known(column, text);
    }

    /** Text without blanks around it; the engine looks for those of Unicode, so plain text goes the short way. */
    private static String trimmed(String text) {
        return "CASE WHEN strlen(%1$s) = length(%1$s) AND NOT contains(%1$s, ' ') THEN nullif(%1$s, '') ELSE nullif(trim(%1$s), '') END"
                .formatted(text);
    }

    /** One of the codes; the engine looks one up faster in an enumeration, and sorts and writes it as a number. */
    private static Conversion known(ColumnSchema column, String text) {
        String codes = column.values().keySet().stream().map(Sql::literal).collect(Collectors.joining(", "));
        return new Conversion(
                "coalesce(TRY_CAST(%1$s AS ENUM(%2$s)), TRY_CAST(trim(%1$s) AS ENUM(%2$s)))".formatted(text, codes),
                name(RejectReason.UNKNOWN_CODE));
    }

    /** A whole number; the engine's own cast would round 1.5 to 2, so only what reads back the same is taken as cast. */
    private static Conversion whole(String text, String type, String reason) {
        String exact =
                ("CASE WHEN strpos(%1$s, '.') = 0 AND strpos(%1$s, 'e') = 0 AND strpos(%1$s, 'E') = 0 THEN TRY_CAST(%1$s AS %2$s)"
                                + " WHEN TRY_CAST(%1$s AS DECIMAL(38, 9)) = trunc(TRY_CAST(%1$s AS DECIMAL(38, 9)))"
                                + " THEN TRY_CAST(TRY_CAST(%1$s AS DECIMAL(38, 9)) AS %2$s) END")
                        .formatted(text, type);
        return new Conversion(
                "TRY_CAST(%s AS %s)".formatted(text, type), ifReadBackTheSame(text, PARSED, exact), reason);
    }

    /** Exact fen: yuan with two decimals go the short way; zeros after them are looked at one by one. */
    private static Conversion money(String text, MoneyUnit unit) {
        String wide = "TRY_CAST(%s AS DECIMAL(38, 12))".formatted(text);
        String notANumber = "CASE WHEN %s IS NULL THEN %s ELSE %s END"
                .formatted(wide, name(RejectReason.NOT_A_NUMBER), name(RejectReason.FINER_THAN_FEN));
        String yuan = "TRY_CAST(%s AS DECIMAL(18, 2))".formatted(text);
        String exact =
                ("CASE WHEN (strpos(%1$s, '.') = 0 OR length(%1$s) - strpos(%1$s, '.') <= 2) AND strpos(%1$s, 'e') = 0 AND strpos(%1$s, 'E') = 0"
                                + " THEN TRY_CAST(%3$s * 100 AS BIGINT)"
                                + " WHEN %2$s = round(%2$s, 2) THEN TRY_CAST(%2$s * 100 AS BIGINT) END")
                        .formatted(text, wide, PARSED);
        return switch (unit) {
            case FEN -> whole(text, "BIGINT", notANumber);
            case YUAN ->
                new Conversion(
                        yuan,
                        ifReadBackTheSame(text, "TRY_CAST(%s * 100 AS BIGINT)".formatted(PARSED), exact),
                        notANumber);
        };
    }

    /** Nearly every number stands in the file as the engine itself would write it; only the others are looked into. */
    private static String ifReadBackTheSame(String text, String value, String exact) {
        return "CASE WHEN CAST(%s AS VARCHAR) = %s THEN %s ELSE %s END".formatted(PARSED, text, value, exact);
    }

    private static Conversion rate(String text, RateUnit unit) {
        String bare =
                "CASE WHEN ends_with(trim(%1$s), '%%') THEN rtrim(trim(%1$s), '%%') ELSE %1$s END".formatted(text);
        int factor =
                switch (unit) {
                    case PERCENT -> 10_000;
                    case FRACTION -> 1_000_000;
                };
        return new Conversion(
                "TRY_CAST(round(TRY_CAST(%s AS DECIMAL(18, 9)) * %d) AS INTEGER)"
                        .formatted(unit == RateUnit.PERCENT ? bare : text, factor),
                name(RejectReason.NOT_A_NUMBER));
    }

    private static String date(String x, String text, String type, Conventions conventions) {
        if (!type.equals("VARCHAR")) {
            return "TRY_CAST(%s AS DATE)".formatted(x);
        }
        return conventions.dates().isEmpty()
                ? "TRY_CAST(%s AS DATE)".formatted(text)
                : "TRY_CAST(try_strptime(%s, %s) AS DATE)".formatted(text, Sql.literals(conventions.dates()));
    }

    private static Conversion instant(String x, String text, String type, Conventions conventions) {
        List<String> formats = conventions.instants();
        String parsed = !type.equals("VARCHAR") || formats.isEmpty()
                ? "TRY_CAST(%s AS TIMESTAMP)".formatted(x)
                : "try_strptime(%s, %s)".formatted(text, Sql.literals(formats));
        String utc = utc(PARSED, conventions.zone());
        String value;
        if (type.equals("TIMESTAMP WITH TIME ZONE")
                || formats.stream().anyMatch(format -> format.contains("%z") || format.contains("%Z"))) {
            value = "CAST(%s AS TIMESTAMP)".formatted(PARSED);
        } else if (type.equals("VARCHAR") && formats.isEmpty()) {
            value =
                    "CASE WHEN length(%1$s) > 19 AND regexp_matches(%1$s, '(Z|[+-][0-9]{2}(:?[0-9]{2})?)$') THEN CAST(TRY_CAST(%1$s AS TIMESTAMPTZ) AS TIMESTAMP) ELSE %2$s END"
                            .formatted(text, utc);
        } else {
            value = utc;
        }
        return new Conversion(parsed, value, name(RejectReason.NOT_AN_INSTANT));
    }

    /** A local time as UTC; where the zone's clock has stood still since some day, plain subtraction is enough. */
    private static String utc(String local, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset()) {
            return shifted(local, rules.getOffset(Instant.EPOCH));
        }
        String exact = "CAST(timezone(%s, %s) AS TIMESTAMP)".formatted(Sql.literal(zone.getId()), local);
        if (!rules.getTransitionRules().isEmpty()) {
            return exact;
        }
        ZoneOffsetTransition last = rules.getTransitions().getLast();
        return "CASE WHEN %1$s >= TIMESTAMP '%2$s' THEN %3$s ELSE %4$s END"
                .formatted(
                        local,
                        last.getDateTimeAfter().plusDays(1).toLocalDate(),
                        shifted(local, last.getOffsetAfter()),
                        exact);
    }

    private static String shifted(String local, ZoneOffset offset) {
        return "make_timestamp(epoch_us(%s) - %d)".formatted(local, offset.getTotalSeconds() * 1_000_000L);
    }

    private static String digits(String text, Conventions conventions) {
        return conventions.thousands().isEmpty()
                ? text
                : "replace(%s, %s, '')".formatted(text, Sql.literal(conventions.thousands()));
    }

    private static String name(RejectReason reason) {
        return Sql.literal(reason.name());
    }
}
