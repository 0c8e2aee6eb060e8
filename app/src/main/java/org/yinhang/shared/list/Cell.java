package org.yinhang.shared.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Probability;
import org.yinhang.core.unit.Rate;
import org.yinhang.shared.web.Formats;

/** What stands in one field of a list, before it is written for a page or a workbook. */
public sealed interface Cell {

    /** Plain words, already in the viewer's language or taken from data. */
    record Words(String words) implements Cell {}

    /** A code, hash or number that is read letter by letter. */
    record Code(String code) implements Cell {}

    /** An amount of money. */
    record Amount(Money amount) implements Cell {}

    /** A rate a year. */
    record Annual(Rate rate) implements Cell {}

    /** A count of people or things. */
    record Count(long number) implements Cell {}

    /** A fraction of one, shown as percent. */
    record Share(double fraction) implements Cell {}

    /** A chance, shown with its band. */
    record Chance(Probability chance) implements Cell {}

    /** An instant. */
    record Moment(Instant instant) implements Cell {}

    /** A calendar day. */
    record Day(LocalDate date) implements Cell {}

    /** A figure of statistics, without a unit, to four places. */
    record Figure(double value) implements Cell {}

    /** A state with one of the four meanings. */
    record Mark(Meaning meaning, String words) implements Cell {}

    /** Nothing known. */
    record Nothing() implements Cell {}

    /** What a page shows. */
    default String text(Formats formats) {
        return switch (this) {
            case Words cell -> cell.words();
            case Code cell -> cell.code();
            case Amount cell -> formats.money(cell.amount());
            case Annual cell -> formats.rate(cell.rate());
            case Count cell -> formats.count(cell.number());
            case Share cell -> formats.percent(cell.fraction());
            case Chance cell -> formats.chance(cell.chance());
            case Figure cell -> String.format(Locale.ROOT, "%.4f", cell.value());
            case Moment cell -> formats.moment(cell.instant());
            case Day cell -> formats.day(cell.date());
            case Mark cell -> cell.words();
            case Nothing cell -> "–";
        };
    }

    /** What shows when the pointer rests on it: the figure or time in full, long words; empty for nothing more. */
    default String hover(Formats formats) {
        return switch (this) {
            case Words cell -> cell.words();
            case Code cell -> cell.code();
            case Amount cell -> formats.moneyInFull(cell.amount());
            case Moment cell -> formats.momentInFull(cell.instant());
            case Annual cell -> "";
            case Count cell -> "";
            case Share cell -> "";
            case Chance cell -> "";
            case Figure cell -> "";
            case Day cell -> "";
            case Mark cell -> "";
            case Nothing cell -> "";
        };
    }
}
