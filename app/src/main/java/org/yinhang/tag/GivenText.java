package org.yinhang.tag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.tag.Tag;

/**
 * Values of tags as people write them. Kept are truths as true and false, whole numbers as digits, money as fen, days as
 * 2026-01-31, labels with a bar between.
 */
public final class GivenText {

    private static final int LONGEST = 60;
    private static final String BAR = "|";
    private static final Set<String> YES = Set.of("是", "有", "true", "yes", "y", "1");
    private static final Set<String> NO = Set.of("否", "无", "false", "no", "n", "0");

    private GivenText() {}

    /** Whether people may give values of a tag: rates and instants come from systems. */
    static boolean isPossible(ValueType type) {
        return type != ValueType.RATE && type != ValueType.MOMENT && type != ValueType.NOTHING;
    }

    /** The value somebody wrote, as it is kept; empty when the tag cannot have it. */
    static Optional<String> read(Tag tag, String written) {
        String text = written.strip();
        try {
            return switch (tag.type()) {
                case TRUTH -> truth(text.toLowerCase(Locale.ROOT));
                case INTEGER ->
                    Optional.of(Long.toString(plain(text.replace(",", "")).longValueExact()));
                case NUMBER ->
                    Optional.of(Double.toString(plain(text.replace(",", "")).doubleValue()));
                case MONEY -> Optional.of(fen(text));
                case DATE -> Optional.of(day(text).toString());
                case TEXT -> code(tag, text);
                case SET -> labels(tag, text);
                case RATE, MOMENT, NOTHING -> Optional.empty();
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day as 2026-01-31, 2026/1/31 or 20260131. */
    static LocalDate day(String text) {
        String[] parts = text.matches("\\d{8}")
                ? new String[] {text.substring(0, 4), text.substring(4, 6), text.substring(6)}
                : text.split("[-/.年月]", -1);
        if (parts.length < 3) {
            throw new DateTimeException(text);
        }
        return LocalDate.of(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2].replaceAll("[日 T].*", "")));
    }

    private static Optional<String> truth(String text) {
        return YES.contains(text) ? Optional.of("true") : NO.contains(text) ? Optional.of("false") : Optional.empty();
    }

    /** A number written out: one with an exponent could be of any length. */
    private static BigDecimal plain(String text) {
        if (!text.matches("[+-]?[0-9]{0,20}(\\.[0-9]{0,20})?")) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
    }

    private static String fen(String text) {
        boolean isWan = text.endsWith("万");
        BigDecimal yuan = plain(text.replaceAll("[,¥￥元万\\s]", ""));
        return Long.toString(yuan.movePointRight(isWan ? 6 : 2)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact());
    }

    private static Optional<String> code(Tag tag, String text) {
        return tag.values().isEmpty()
                ? Optional.of(text).filter(open -> !open.isEmpty() && open.length() <= LONGEST)
                : tag.values().entrySet().stream()
                        .filter(value -> value.getKey().equals(text)
                                || value.getValue().zh().equals(text)
                                || value.getValue().en().equalsIgnoreCase(text))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private static Optional<String> labels(Tag tag, String text) {
        List<String> codes = new ArrayList<>();
        for (String label : text.split("[|、;；]")) {
            Optional<String> code = tag.values().isEmpty() ? Optional.empty() : code(tag, label.strip());
            if (code.isEmpty()) {
                return Optional.empty();
            }
            codes.add(code.get());
        }
        return Optional.of(String.join(BAR, codes.stream().distinct().sorted().toList()));
    }

    /** Puts a kept value into a row of a column of the tag's type. */
    static void put(Vector column, int row, String kept) {
        switch (column) {
            case Vector.Truths(byte[] truths) -> truths[row] = kept.equals("true") ? Vector.TRUE : Vector.FALSE;
            case Vector.Reals(double[] reals) -> reals[row] = Double.parseDouble(kept);
            case Vector.Wholes(long[] wholes) ->
                wholes[row] = kept.indexOf('-', 1) > 0 ? LocalDate.parse(kept).toEpochDay() : Long.parseLong(kept);
            case Vector.Codes(int[] codes, Dictionary dictionary) -> codes[row] = dictionary.code(kept);
            case Vector.Sets(long[] masks, Dictionary dictionary) -> {
                long mask = 0;
                for (String label : kept.split("\\|")) {
                    mask |= 1L << dictionary.code(label);
                }
                masks[row] = mask;
            }
        }
    }
}
