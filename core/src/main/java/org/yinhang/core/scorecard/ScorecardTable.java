package org.yinhang.core.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yinhang.core.scorecard.merging.MergedBin;

/**
 * A card as the table that goes into the policy binder: everything needed to score by hand and to see where the points come
 * from. Figures are doubles, so that a spreadsheet can go on with them; {@link #csv} and {@link #markdown} round nothing that
 * a score is made of.
 *
 * @param heads of the columns
 * @param rows the start, then every bin of every column; a cell is a text, a number or empty
 */
public record ScorecardTable(List<String> heads, List<List<Cell>> rows) {

    /** The label of the bin for rare and unseen words. */
    static final String OTHER_WORDS = "other words";

    /** One cell. */
    public sealed interface Cell {

        /** Words. */
        record Text(String text) implements Cell {}

        /** A number. */
        record Figure(double value) implements Cell {}
    }

    private static final List<String> HEADS = List.of(
            "column",
            "bin",
            "kind",
            "points",
            "rows",
            "share",
            "events",
            "event rate",
            "WOE",
            "IV",
            "coefficient",
            "standard error",
            "p",
            "VIF");

    public ScorecardTable {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The table of a card. */
    public static ScorecardTable of(Scorecard card) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Cell> start =
                new ArrayList<>(List.of(text("start"), text("every row"), text("start"), number(card.start())));
        while (start.size() < HEADS.size()) {
            start.add(text(""));
        }
        rows.add(start);
        for (ScorecardTerm term : card.terms()) {
            for (int i = 0; i < term.points().size(); i++) {
                rows.add(row(term, i));
            }
        }
        return new ScorecardTable(HEADS, rows);
    }

    private static List<Cell> row(ScorecardTerm term, int position) {
        MergedBin bin = term.bins().bins().get(position);
        List<Cell> row = new ArrayList<>(List.of(
                text(term.column()),
                text(bin.label()),
                text(kind(bin)),
                number(term.points().get(position)),
                number(bin.rows()),
                number(bin.share()),
                number(bin.events()),
                number(bin.rate()),
                number(bin.weightOfEvidence()),
                number(bin.informationValue()),
                number(term.coefficient())));
        row.add(term.statistics().map(known -> number(known.standardError())).orElse(text("")));
        row.add(term.statistics().map(known -> number(known.pValue())).orElse(text("")));
        row.add(term.statistics()
                .map(known -> number(known.varianceInflation()))
                .orElse(text("")));
        return row;
    }

    private static String kind(MergedBin bin) {
        String kind = bin.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return bin.isNeutral() ? kind + ", too few rows: average" : kind;
    }

    private static Cell text(String text) {
        return new Cell.Text(text);
    }

    private static Cell number(double value) {
        return new Cell.Figure(value);
    }

    /** Comma-separated values (RFC 4180), numbers in full. */
    public String csv() {
        StringBuilder text = new StringBuilder();
        text.append(String.join(",", heads)).append("\r\n");
        for (List<Cell> row : rows) {
            text.append(row.stream().map(ScorecardTable::csv).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String csv(Cell cell) {
        return switch (cell) {
            case Cell.Figure number -> plain(number.value());
            case Cell.Text words ->
                words.text().matches("[^\",\r\n]*")
                        ? words.text()
                        : '"' + words.text().replace("\"", "\"\"") + '"';
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** A Markdown table; points in full, other figures to four digits. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| ").append(String.join(" | ", heads)).append(" |\n|");
        for (int i = 0; i < heads.size(); i++) {
            text.append(i < 3 ? "---|" : "---:|");
        }
        text.append('\n');
        for (List<Cell> row : rows) {
            text.append('|');
            for (int i = 0; i < row.size(); i++) {
                text.append(' ').append(markdown(row.get(i), heads.get(i))).append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String markdown(Cell cell, String head) {
        return switch (cell) {
            case Cell.Text words -> words.text().replace("|", "\\|");
            case Cell.Figure number ->
                head.equals("points") || number.value() == Math.rint(number.value())
                        ? plain(number.value())
                        : String.format(Locale.ROOT, "%.4g", number.value());
        };
    }
}
