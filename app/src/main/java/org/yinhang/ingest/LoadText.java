package org.yinhang.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yinhang.lake.ingest.LoadResult;
import org.yinhang.lake.ingest.RejectReason;
import tools.jackson.databind.json.JsonMapper;

/** What a load did, for a person and for a program. */
public final class LoadText {

    private LoadText() {}

    /** Lines for a person: every file, what became of it in each table, the snapshot. */
    public static String plain(LoadResult result) {
        StringBuilder text = new StringBuilder();
        for (LoadResult.Input input : result.inputs()) {
            text.append(input.source()).append("  ").append(input.name()).append('\n');
            input.tables().forEach(table -> text.append(line(table)).append('\n'));
            input.rejects()
                    .ifPresent(file ->
                            text.append("  bad rows 拒绝清单: ").append(file).append('\n'));
        }
        return text.append(
                        result.changed()
                                ? "snapshot 快照 %d, %,d customers 客户".formatted(result.snapshot(), result.customers())
                                : "Nothing new: all of it was loaded before. 数据此前均已入库, 快照 %d 未变。"
                                        .formatted(result.snapshot()))
                .toString();
    }

    /** One JSON object for a program. */
    public static String json(LoadResult result) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("snapshot", result.snapshot());
        root.put("changed", result.changed());
        root.put("customers", result.customers());
        root.put("inputs", result.inputs().stream().map(LoadText::input).toList());
        return JsonMapper.shared().writeValueAsString(root);
    }

    private static Map<String, Object> input(LoadResult.Input input) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("source", input.source());
        written.put("file", input.name());
        written.put("rejects", input.rejects().map(Object::toString).orElse(null));
        written.put("tables", input.tables().stream().map(LoadText::table).toList());
        return written;
    }

    private static Map<String, Object> table(LoadResult.Table table) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("table", table.table());
        written.put("loadedBefore", table.loadedBefore());
        written.put("rows", table.rows());
        written.put("known", table.known());
        written.put("rejected", table.rejected());
        Map<String, Long> reasons = new TreeMap<>();
        table.reasons().forEach((reason, count) -> reasons.put(reason.name(), count));
        written.put("reasons", reasons);
        written.put("personalDropped", table.personalDropped() ? table.personal() : List.of());
        return written;
    }

    private static String line(LoadResult.Table table) {
        if (table.loadedBefore()) {
            return "  %-16s loaded before 此前已入库".formatted(table.table());
        }
        String line = String.format(
                Locale.ROOT, "  %-16s %,d rows 行, %,d bad 拒绝", table.table(), table.rows(), table.rejected());
        if (table.known() > 0) {
            line += String.format(Locale.ROOT, ", %,d already there 已有", table.known());
        }
        if (!table.reasons().isEmpty()) {
            line += table.reasons().entrySet().stream()
                    .sorted(Map.Entry.<RejectReason, Long>comparingByValue().reversed())
                    .map(e -> e.getKey().zh() + " " + e.getKey().en() + " " + e.getValue())
                    .collect(Collectors.joining("; ", " (", ")"));
        }
        if (table.personal().isEmpty()) {
            return line;
        }
        String kept = table.personalDropped()
                ? "; personal data not kept 个人信息未保存: "
                : "; personal data encrypted in the database 个人信息已加密入库: ";
        return line + kept + String.join(", ", table.personal());
    }
}
