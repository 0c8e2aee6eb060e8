package org.yinhang.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.yinhang.core.scorecard.DroppedColumn;
import org.yinhang.core.scorecard.ScoreBand;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.scorecard.ScorecardTerm;

/** Tells a card to a person, and its grades to a spreadsheet. */
final class ScorecardText {

    private ScorecardText() {}

    static String plain(Scorecard card, Path folder) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%-28s %5s %7s %8s %11s %9s %6s  %s%n",
                "Column",
                "bins",
                "IV",
                "points",
                "coefficient",
                "p",
                "VIF",
                "trend"));
        for (ScorecardTerm term : card.terms()) {
            double fewest = term.points().stream()
                    .mapToDouble(Double::doubleValue)
                    .min()
                    .orElse(0);
            text.append(String.format(
                    Locale.ROOT,
                    "%-28s %5d %7.3f %8.0f %11.2f %9s %6s  %s%n",
                    term.column(),
                    term.points().size(),
                    term.bins().informationValue(),
                    term.mostPoints() - fewest,
                    term.coefficient(),
                    term.statistics()
                            .map(known -> String.format(Locale.ROOT, "%.2g", known.pValue()))
                            .orElse("–"),
                    term.statistics()
                            .map(known -> String.format(Locale.ROOT, "%.1f", known.varianceInflation()))
                            .orElse("–"),
                    words(term.bins().trend().name())));
        }
        if (!card.dropped().isEmpty()) {
            text.append('\n').append("Left out\n");
        }
        for (DroppedColumn column : card.dropped()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-26s %s%s (%.3f)%n",
                    column.column(),
                    words(column.why().name()),
                    column.other().isEmpty() ? "" : ": " + column.other(),
                    column.figure()));
        }
        text.append(String.format(
                Locale.ROOT,
                "%nStart %.1f points, average %.1f; card.csv, card.md, bands.csv and card.pmml are in %s.%n",
                card.start(),
                card.averageScore(),
                folder));
        return text.toString();
    }

    static String bands(List<ScoreBand> bands) {
        StringBuilder text = new StringBuilder("from,to,rows,share,events,rate,share at or above,rate at or above\r\n");
        for (ScoreBand band : bands) {
            text.append(String.join(
                            ",",
                            limit(band.from()),
                            limit(band.to()),
                            Double.toString(band.rows()),
                            Double.toString(band.share()),
                            Double.toString(band.events()),
                            Double.toString(band.rate()),
                            Double.toString(band.shareAtOrAbove()),
                            Double.toString(band.rateAtOrAbove())))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String limit(double score) {
        return Double.isInfinite(score) ? "" : Double.toString(score);
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
