package org.yinhang.shared.svg;

import java.util.List;

/**
 * Horizontal bars, each with a name, a value in words and, for a waterfall, where it starts.
 *
 * @param title the finding, in words
 * @param bars top to bottom
 */
public record BarChart(String title, List<Bar> bars) {

    private static final int WIDTH = 640;
    private static final int ROW = 30;
    private static final int LEFT = 190;
    private static final int RIGHT = 130;

    /**
     * One bar.
     *
     * @param name at its left
     * @param start where it begins, 0 for a plain bar
     * @param length how long it is
     * @param limit a mark to hold it against, such as a capacity; negative for none
     * @param words at its right
     * @param style {@code main}, {@code second}, {@code plain} or {@code bad}
     */
    public record Bar(String name, double start, double length, double limit, String words, String style) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** The picture as an SVG element. */
    public String svg() {
        double most = bars.stream()
                .mapToDouble(bar -> Math.max(bar.start() + bar.length(), bar.limit()))
                .max()
                .orElse(1);
        double scale = (WIDTH - LEFT - RIGHT) / (most <= 0 ? 1 : most);
        Svg svg = new Svg(WIDTH, bars.size() * ROW + 8, title);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = i * ROW + 6;
            double x = LEFT + bar.start() * scale;
            svg.label(LEFT - 8, y + 15, "end", "axis", bar.name())
                    .rectangle(x, y, Math.max(1, bar.length() * scale), ROW - 10, bar.style());
            double end = x + bar.length() * scale;
            if (bar.limit() >= 0) {
                double limit = LEFT + bar.limit() * scale;
                svg.line(limit, y - 3, limit, y + ROW - 7, "mark");
                end = Math.max(end, limit);
            }
            svg.label(end + 6, y + 15, "start", "tick", bar.words());
        }
        return svg.finish();
    }
}
