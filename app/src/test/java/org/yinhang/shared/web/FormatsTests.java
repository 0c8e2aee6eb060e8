package org.yinhang.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Probability;
import org.yinhang.core.unit.Rate;

class FormatsTests {

    private final Formats chinese = formats(Locale.SIMPLIFIED_CHINESE);
    private final Formats english = formats(Locale.ENGLISH);

    @Test
    void whereTheDateWasMovedNoTimeIsToday() {
        ZonedDateTime now = ZonedDateTime.of(2026, 11, 21, 15, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
        assertThat(new Formats(texts(Locale.CHINA), now, false).moment(Instant.parse("2026-11-21T06:05:00Z")))
                .isEqualTo("2026-11-21 14:05");
    }

    private static Formats formats(Locale locale) {
        return new Formats(texts(locale), ZonedDateTime.of(2026, 11, 21, 15, 0, 0, 0, ZoneId.of("Asia/Shanghai")));
    }

    private static Texts texts(Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/shared");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return new Texts(messages, locale);
    }

    @Test
    void moneyIsShortAndItsFullFigureExact() {
        assertThat(chinese.money(Money.ofYuan(9_999))).isEqualTo("¥9,999.00");
        assertThat(chinese.money(Money.ofYuan(12_408))).isEqualTo("¥1.24万");
        assertThat(chinese.money(Money.ofYuan(350_000_000))).isEqualTo("¥3.50亿");
        assertThat(chinese.money(Money.ofYuan(-12_408))).isEqualTo("-¥1.24万");
        assertThat(chinese.moneyInFull(Money.ofFen(1_240_812))).isEqualTo("¥12,408.12");
        assertThat(english.money(Money.ofYuan(12_408))).isEqualTo("¥12.4k");
        assertThat(english.money(Money.ofYuan(3_500_000))).isEqualTo("¥3.50m");
    }

    @Test
    void ratesChancesAndSharesCarryTheirMeaning() {
        assertThat(chinese.rate(new Rate(43_500))).isEqualTo("年化 4.35%");
        assertThat(chinese.chance(Probability.of(0.372))).isEqualTo("37.2%（高）");
        assertThat(chinese.chance(Probability.of(0.05))).isEqualTo("5.0%（中）");
        assertThat(english.chance(Probability.of(0.01))).isEqualTo("1.0% (low)");
        assertThat(chinese.percent(0.1127)).isEqualTo("11.3%");
        assertThat(chinese.percent(Double.NaN)).isEqualTo("–");
    }

    @Test
    void timesAreRelativeWithinAWeek() {
        assertThat(chinese.moment(Instant.parse("2026-11-21T06:05:00Z"))).isEqualTo("今天 14:05");
        assertThat(chinese.moment(Instant.parse("2026-11-20T06:05:00Z"))).isEqualTo("昨天 14:05");
        assertThat(chinese.moment(Instant.parse("2026-11-18T00:00:00Z"))).isEqualTo("3 天前 08:00");
        assertThat(chinese.moment(Instant.parse("2026-11-01T00:00:00Z"))).isEqualTo("2026-11-01 08:00");
        assertThat(chinese.duration(Duration.ofSeconds(200))).isEqualTo("3 分 20 秒");
        assertThat(english.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }
}
