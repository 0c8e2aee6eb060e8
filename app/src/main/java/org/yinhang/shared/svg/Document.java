package org.yinhang.shared.svg;

import java.util.List;

/** One HTML file that stands alone: no script, no outside file, readable on paper. */
public final class Document {

    private static final String STYLE = """
            :root{--accent:#0f6b6b;--ink:#1f2933;--soft:#6b7785;--line:#dfe4e8;--second:#b7791f;--bad:#b03a3a}
            *{box-sizing:border-box}
            body{margin:0;font:14px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;
            color:var(--ink);background:#fff}
            main{max-width:960px;margin:0 auto;padding:32px 24px}
            h1{font-size:22px;margin:0}h2{font-size:15px;margin:32px 0 8px}
            .sub{color:var(--soft);margin:2px 0 16px}
            .note{border-left:3px solid var(--second);padding:6px 12px;background:#fbf6ea;margin:0 0 16px}
            .figures{display:flex;flex-wrap:wrap;gap:0;border:1px solid var(--line)}
            .figures div{flex:1 1 150px;padding:12px 16px;border-right:1px solid var(--line)}
            .figures div:last-child{border-right:0}
            .figures b{display:block;font-size:22px;font-variant-numeric:tabular-nums}
            .figures span{color:var(--soft);font-size:12px}
            svg{width:100%;max-width:720px;height:auto;display:block}
            table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;margin:4px 0}
            th,td{text-align:left;padding:4px 12px 4px 0;border-bottom:1px solid var(--line);vertical-align:top;
            overflow-wrap:anywhere}
            th{color:var(--soft);font-weight:500;font-size:12px}
            details summary{cursor:pointer;color:var(--accent);font-size:12px;margin:4px 0}
            text{fill:var(--ink);font-size:12px}text.tick{fill:var(--soft);font-size:11px}
            line.grid{stroke:var(--line)}line.mark{stroke:var(--second);stroke-dasharray:4 3}
            polyline,line.main,line.second,line.plain,line.dots{fill:none;stroke-width:2}
            .main{stroke:var(--accent)}.second{stroke:var(--second)}.plain{stroke:#9aa5b1;stroke-dasharray:4 3}
            polyline.dots{stroke:none}line.dots{stroke:var(--accent)}circle.dots{fill:var(--accent)}
            rect.main{fill:var(--accent);stroke:none}rect.second{fill:var(--second);stroke:none}
            rect.plain{fill:#cbd2d9;stroke:none}rect.bad{fill:var(--bad);stroke:none}
            @media print{details{display:none}}
            """;

    private final StringBuilder html = new StringBuilder();
    private final String tableWord;

    /** A headline figure: its name, its value and a word beside it. */
    public record Figure(String name, String value, String beside) {}

    /** A document in Chinese with English beside it. */
    public Document(String title, String subtitle) {
        this("zh-CN", "数据表 Table", title, subtitle);
    }

    /**
     * A document in one language.
     *
     * @param language its tag, such as {@code en}
     * @param tableWord what unfolds the table under a picture
     */
    public Document(String language, String tableWord, String title, String subtitle) {
        this.tableWord = tableWord;
        html.append("<!doctype html>\n<html lang=\"")
                .append(Svg.escape(language))
                .append("\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(Svg.escape(title))
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head><body><main><h1>")
                .append(Svg.escape(title))
                .append("</h1><p class=\"sub\">")
                .append(Svg.escape(subtitle))
                .append("</p>\n");
    }

    /** A warning a reader must not miss. */
    public void note(String words) {
        html.append("<p class=\"note\">").append(Svg.escape(words)).append("</p>\n");
    }

    public void figures(List<Figure> figures) {
        html.append("<div class=\"figures\">");
        for (Figure figure : figures) {
            html.append("<div><span>")
                    .append(Svg.escape(figure.name()))
                    .append("</span><b>")
                    .append(Svg.escape(figure.value()))
                    .append("</b><span>")
                    .append(Svg.escape(figure.beside()))
                    .append("</span></div>");
        }
        html.append("</div>\n");
    }

    /** A picture under its finding, with the same numbers as a table to unfold. */
    public void chart(String finding, String svg, List<String> columns, List<List<String>> rows) {
        html.append("<h2>")
                .append(Svg.escape(finding))
                .append("</h2>\n")
                .append(svg)
                .append('\n');
        if (!rows.isEmpty()) {
            html.append("<details><summary>").append(Svg.escape(tableWord)).append("</summary>");
            rows(columns, rows);
            html.append("</details>\n");
        }
    }

    public void table(String title, List<String> columns, List<List<String>> rows) {
        html.append("<h2>").append(Svg.escape(title)).append("</h2>\n");
        rows(columns, rows);
    }

    /** The whole file. */
    public String finish() {
        return html.append("</main></body></html>\n").toString();
    }

    private void rows(List<String> columns, List<List<String>> rows) {
        html.append("<table><thead><tr>");
        columns.forEach(column -> html.append("<th>").append(Svg.escape(column)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(Svg.escape(cell)).append("</td>"));
            html.append("</tr>");
        }
        html.append("</tbody></table>\n");
    }
}
