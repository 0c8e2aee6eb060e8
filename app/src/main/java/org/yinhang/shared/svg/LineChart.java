package org.yinhang.shared.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Lines over one axis, such as gains by depth.
 *
 * @param title the finding, in words
 * @param xLabel what the horizontal axis counts
 * @param yLabel what the vertical axis counts
 * @param lines one to four lines
 * @param marks vertical lines with a label, such as the chosen depth
 * @param xText how a value of the horizontal axis is written
 * @param yText how a value of the vertical axis is written
 */
public record LineChart(
        String title,
        String xLabel,
        String yLabel,
        List<Line> lines,
        List<Mark> marks,
        DoubleFunction<String> xText,
        DoubleFunction<String> yText) {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 340;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 48;
    private static final int BOTTOM = 44;
    private static final int TICKS = 5;
    private static final int KEY = 16;
    private static final int KEY_WIDTH = 170;

    /**
     * One line.
     *
     * @param name shown in the key
     * @param points x, y, x, y…
     * @param style {@code main}, {@code second}, {@code plain} or {@code dots}
     */
    public record Line(String name, double[] points, String style) {}

    /** A vertical line at x. */
    public record Mark(double x, String label) {}

    public LineChart {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    /** The picture as an SVG element. */
    public String svg() {
        double xMost = most(0);
        double yMost = most(1);
        double yLeast = Math.min(0, least());
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        for (int tick = 0; tick <= TICKS; tick++) {
            double y = yLeast + (yMost - yLeast) * tick / TICKS;
            double x = xMost * tick / TICKS;
            svg.line(LEFT, y(y, yLeast, yMost), WIDTH - RIGHT, y(y, yLeast, yMost), "grid")
                    .label(LEFT - 6, y(y, yLeast, yMost) + 4, "end", "tick", yText.apply(y))
                    .label(x(x, xMost), HEIGHT - BOTTOM + 16, "middle", "tick", xText.apply(x));
        }
        svg.label((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", "axis", xLabel)
                .label(LEFT, TOP - 10, "start", "tick", yLabel);
        for (Mark mark : marks) {
            svg.line(x(mark.x(), xMost), TOP, x(mark.x(), xMost), HEIGHT - BOTTOM, "mark")
                    .label(x(mark.x(), xMost) + 4, HEIGHT - BOTTOM - 6, "start", "axis", mark.label());
        }
        double keyX = LEFT;
        for (Line line : lines) {
            draw(svg, line, xMost, yLeast, yMost);
            svg.line(keyX, KEY - 4, keyX + 20, KEY - 4, line.style())
                    .label(keyX + 26, KEY, "start", "axis", line.name());
            keyX += KEY_WIDTH;
        }
        return svg.finish();
    }

    private void draw(Svg svg, Line line, double xMost, double yLeast, double yMost) {
        List<Double> scaled = new ArrayList<>();
        for (int i = 0; i < line.points().length; i += 2) {
            scaled.add(x(line.points()[i], xMost));
            scaled.add(y(line.points()[i + 1], yLeast, yMost));
        }
        double[] points = scaled.stream().mapToDouble(Double::doubleValue).toArray();
        if (line.style().equals("dots")) {
            for (int i = 0; i < points.length; i += 2) {
                svg.circle(points[i], points[i + 1], 4, "dots");
            }
        }
        svg.polyline(points, line.style());
    }

    private double most(int offset) {
        double most = 0;
        for (Line line : lines) {
            for (int i = offset; i < line.points().length; i += 2) {
                most = Math.max(most, line.points()[i]);
            }
        }
        return most == 0 ? 1 : most;
    }

    private double least() {
        double least = 0;
        for (Line line : lines) {
            for (int i = 1; i < line.points().length; i += 2) {
                least = Math.min(least, line.points()[i]);
            }
        }
        return least;
    }

    private static double x(double value, double most) {
        return LEFT + value / most * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, double least, double most) {
        return HEIGHT - BOTTOM - (value - least) / (most - least) * (HEIGHT - TOP - BOTTOM);
    }
}
