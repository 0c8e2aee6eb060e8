package org.yinhang.shared.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Probability;
import org.yinhang.core.unit.Rate;

/**
 * How numbers, money, rates, chances and times are written: the same everywhere. Amounts above ten thousand in 万 and
 * above a hundred million in 亿 (thousand, million and billion in English), the full figure on hover.
 */
public final class Formats {

    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Texts texts;
    private final ZonedDateTime now;
    private final boolean isRelative;

    /**
     * @param now the real time of the page, in the bank's zone: relative times count from it
     */
    public Formats(Texts texts, ZonedDateTime now) {
        this(texts, now, true);
    }

    /**
     * @param isRelative whether today is what the calendar says; where the business date was moved "today" could mean either, and
     *     every time is written with its date
     */
    public Formats(Texts texts, ZonedDateTime now, boolean isRelative) {
        this.texts = texts;
        this.now = now;
        this.isRelative = isRelative;
    }

    /** {@code ¥9,999.00}, {@code ¥1.24万}, {@code ¥3.50亿}. */
    public String money(Money money) {
        return (money.isNegative() ? "-¥" : "¥") + scaled(money.yuan().abs(), 2);
    }

    /** Every digit: {@code ¥12,408.00}. */
    public String moneyInFull(Money money) {
        return (money.isNegative() ? "-¥" : "¥") + decimals(money.yuan().abs(), 2);
    }

    /** {@code 12,408}: people and rows are counted in full. */
    public String count(long number) {
        return decimals(BigDecimal.valueOf(number), 0);
    }

    /** A fraction of one as percent with one decimal: {@code 11.3%}. */
    public String percent(double fraction) {
        return Double.isNaN(fraction) ? "–" : decimals(BigDecimal.valueOf(fraction * 100), 1) + "%";
    }

    /** {@code 年化 4.35%}. */
    public String rate(Rate rate) {
        return texts.of("format.annual", decimals(rate.percent(), 2) + "%");
    }

    /** The chance as percent with its band, never a bare score: {@code 37.2%(高)}. */
    public String chance(Probability chance) {
        return texts.of("format.chance", percent(chance.value()), texts.of(band(chance)));
    }

    /** The message key of the band of a chance: below 5 % low, from 15 % high. */
    public static String band(Probability chance) {
        if (chance.value() >= 0.15) {
            return "format.band.high";
        }
        return chance.value() >= 0.05 ? "format.band.medium" : "format.band.low";
    }

    public String day(LocalDate date) {
        return date.toString();
    }

    /** Relative within a week (今天 14:05, 昨天 09:12, 3 天前 08:00) unless the business date was moved, else date and minute. */
    public String moment(Instant instant) {
        ZonedDateTime time = instant.atZone(now.getZone());
        long days = ChronoUnit.DAYS.between(time.toLocalDate(), now.toLocalDate());
        String clock = MINUTE.format(time);
        if (!isRelative) {
            return SHORT.format(time);
        }
        if (days == 0) {
            return texts.of("format.today", clock);
        }
        if (days == 1) {
            return texts.of("format.yesterday", clock);
        }
        return days > 1 && days < 7 ? texts.of("format.days-ago", days, clock) : SHORT.format(time);
    }

    /** To the second: {@code 2026-11-21 14:05:09}. */
    public String momentInFull(Instant instant) {
        return FULL.format(instant.atZone(now.getZone()));
    }

    /** {@code 45 秒}, {@code 3 分 20 秒}, {@code 2 小时 5 分}. */
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return texts.of("format.seconds", seconds);
        }
        return seconds < 3_600
                ? texts.of("format.minutes", seconds / 60, seconds % 60)
                : texts.of("format.hours", seconds / 3_600, seconds % 3_600 / 60);
    }

    private String scaled(BigDecimal yuan, int digits) {
        if (texts.isChinese()) {
            if (yuan.compareTo(YI) >= 0) {
                return decimals(yuan.divide(YI, 2, RoundingMode.HALF_UP), 2) + "亿";
            }
            return yuan.compareTo(WAN) >= 0
                    ? decimals(yuan.divide(WAN, 2, RoundingMode.HALF_UP), 2) + "万"
                    : decimals(yuan, digits);
        }
        if (yuan.compareTo(BILLION) >= 0) {
            return decimals(yuan.divide(BILLION, 2, RoundingMode.HALF_UP), 2) + "bn";
        }
        if (yuan.compareTo(MILLION) >= 0) {
            return decimals(yuan.divide(MILLION, 2, RoundingMode.HALF_UP), 2) + "m";
        }
        return yuan.compareTo(WAN) >= 0
                ? decimals(yuan.divide(THOUSAND, 1, RoundingMode.HALF_UP), 1) + "k"
                : decimals(yuan, digits);
    }

    private static String decimals(BigDecimal number, int digits) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
