package org.yinhang.shared.svg;

import java.util.Locale;

/** Builds one SVG picture, element by element; numbers are written the same on every machine. */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    Svg(int width, int height, String label) {
        text.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                width,
                height,
                escape(label)));
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        text.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>",
                x1,
                y1,
                x2,
                y2,
                style));
        return this;
    }

    Svg rectangle(double x, double y, double width, double height, String style) {
        text.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"/>",
                x,
                y,
                Math.max(0, width),
                height,
                style));
        return this;
    }

    Svg circle(double x, double y, double radius, String style) {
        text.append(String.format(
                Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" class=\"%s\"/>", x, y, radius, style));
        return this;
    }

    /** A line through points that lie as x, y, x, y… */
    Svg polyline(double[] points, String style) {
        text.append("<polyline points=\"");
        for (int i = 0; i < points.length; i += 2) {
            text.append(String.format(Locale.ROOT, "%.1f,%.1f ", points[i], points[i + 1]));
        }
        text.append(String.format(Locale.ROOT, "\" class=\"%s\"/>", style));
        return this;
    }

    /** A label; the anchor is start, middle or end. */
    Svg label(double x, double y, String anchor, String style, String words) {
        text.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">%s</text>",
                x,
                y,
                anchor,
                style,
                escape(words)));
        return this;
    }

    String finish() {
        return text.append("</svg>").toString();
    }

    /** Text safe inside HTML and SVG, in content and in quoted attributes. */
    static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
