package org.yinhang.lake.ingest.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.yaml.YamlNode;

/** Reads where a source's rows come from and how they are written. */
final class InputReader {

    static final String[] KEYS = {
        "file",
        "jdbc",
        "format",
        "charset",
        "delimiter",
        "quote",
        "escape",
        "header",
        "columns",
        "skip",
        "widths",
        "sheet"
    };

    private enum FormatName {
        CSV,
        FIXED,
        EXCEL,
        PARQUET
    }

    private InputReader() {}

    static SourceInput read(YamlNode node) {
        if (node.find("file").isPresent() == node.find("jdbc").isPresent()) {
            throw node.wrong("Exactly one of 'file' and 'jdbc' is expected.", "Keep one of them.");
        }
        if (node.find("jdbc").isPresent()) {
            YamlNode jdbc = node.get("jdbc").only("url", "query", "user_variable", "password_variable");
            return new SourceInput.Query(
                    jdbc.get("url").text(),
                    jdbc.get("query").text().strip(),
                    jdbc.find("user_variable").map(YamlNode::text),
                    jdbc.find("password_variable").map(YamlNode::text),
                    jdbc.where());
        }
        YamlNode file = node.get("file");
        return new SourceInput.Files(file.text(), format(node), file.where());
    }

    private static SourceInput.Format format(YamlNode node) {
        FormatName name =
                node.find("format").map(n -> n.oneOf(FormatName.class)).orElse(FormatName.CSV);
        int skip = node.find("skip").map(n -> n.whole(0, 1_000_000)).orElse(0);
        boolean header = node.flag("header", true);
        List<String> columns = node.find("columns").map(YamlNode::texts).orElse(List.of());
        if ((name == FormatName.CSV || name == FormatName.EXCEL) && !header && columns.isEmpty()) {
            throw node.wrong("Without a header the columns have no names.", "Add 'columns: [name, name]' in order.");
        }
        return switch (name) {
            case CSV ->
                new SourceInput.Csv(
                        charset(node),
                        delimiter(node),
                        single(node, "quote", "\""),
                        single(node, "escape", "\""),
                        header,
                        columns,
                        skip);
            case FIXED -> new SourceInput.Fixed(charset(node), widths(node.get("widths")), skip);
            case EXCEL -> new SourceInput.Excel(node.find("sheet").map(YamlNode::text), header, columns, skip);
            case PARQUET -> new SourceInput.Parquet();
        };
    }

    private static Charset charset(YamlNode node) {
        String name = node.text("charset", "UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new FaultException(
                    Fault.of(
                            "ING-1002",
                            "There is no charset '%s'.".formatted(name),
                            node.get("charset").where(),
                            "Use UTF-8, GBK or GB18030."),
                    e);
        }
    }

    private static String delimiter(YamlNode node) {
        String text = node.text("delimiter", ",");
        String delimiter = text.equals("\\t") ? "\t" : text;
        if (delimiter.isEmpty() || delimiter.length() > 4) {
            throw node.get("delimiter").wrong("A delimiter has 1 to 4 characters.", "Write one such as ';'.");
        }
        return delimiter;
    }

    private static String single(YamlNode node, String key, String usual) {
        String text = node.text(key, usual);
        if (text.length() > 1) {
            throw node.get(key).wrong("A %s has at most one character.".formatted(key), "Write one such as '\"'.");
        }
        return text;
    }

    private static Map<String, Integer> widths(YamlNode node) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        node.entries().forEach((column, width) -> widths.put(column, width.whole(1, 65_536)));
        return widths;
    }
}
