package org.yinhang.lake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.representer.Representer;
import org.yinhang.lake.schema.CanonicalSchema;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableSchema;
import org.yinhang.lake.yaml.YamlNode;

/** How a snapshot's manifest is written to and read from a YAML file that a person can open. */
final class SnapshotFile {

    private SnapshotFile() {}

    static Snapshot empty(CanonicalSchema schema) {
        Map<String, SnapshotTable> tables = new HashMap<>();
        schema.all().forEach(table -> tables.put(table.name(), new SnapshotTable(table, List.of())));
        return new Snapshot(0, Instant.EPOCH, tables, List.of());
    }

    static Snapshot read(Path file, CanonicalSchema schema) {
        YamlNode root = YamlNode.read(file);
        Map<String, SnapshotTable> tables = new HashMap<>(empty(schema).tables());
        root.get("tables").entries().forEach((name, table) -> {
            List<ColumnSchema> extra = table.get("extra").entries().entrySet().stream()
                    .map(entry -> CanonicalSchema.column(entry.getKey(), entry.getValue()))
                    .toList();
            List<LakeFile> files =
                    table.get("files").list().stream().map(SnapshotFile::file).toList();
            tables.put(name, new SnapshotTable(schema.table(name).with(extra), files));
        });
        List<LoadRecord> loads =
                root.get("loads").list().stream().map(SnapshotFile::load).toList();
        return new Snapshot(
                root.get("version").whole(), Instant.parse(root.get("createdAt").text()), tables, loads);
    }

    static String write(Snapshot snapshot, CanonicalSchema schema) {
        Map<String, Object> tables = new LinkedHashMap<>();
        snapshot.tables().values().stream()
                .filter(table -> !table.files().isEmpty())
                .sorted(Comparator.comparing(table -> table.schema().name()))
                .forEach(table -> tables.put(table.schema().name(), table(table, schema)));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", snapshot.version());
        root.put("createdAt", snapshot.createdAt().toString());
        root.put("tables", tables);
        root.put("loads", snapshot.loads().stream().map(SnapshotFile::load).toList());
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
        options.setAllowUnicode(true);
        options.setWidth(200);
        return new Yaml(new Representer(options), options).dump(root);
    }

    private static Map<String, Object> table(SnapshotTable table, CanonicalSchema schema) {
        Map<String, Object> extra = new LinkedHashMap<>();
        TableSchema canonical = schema.table(table.schema().name());
        table.schema().columns().stream()
                .filter(column -> canonical.column(column.name()).isEmpty())
                .forEach(column -> extra.put(column.name(), column(column)));
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("extra", extra);
        written.put("files", table.files().stream().map(SnapshotFile::file).toList());
        return written;
    }

    private static Map<String, Object> column(ColumnSchema column) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("type", column.type().name().toLowerCase(Locale.ROOT));
        written.put("class", column.dataClass().name().toLowerCase(Locale.ROOT));
        written.put("zh", column.zh());
        written.put("en", column.en());
        written.put("unit", column.unit());
        written.put("required", column.required());
        written.put("known", column.knownAfter() ? "after" : "before");
        written.put("values", new LinkedHashMap<>(column.values()));
        return written;
    }

    private static Map<String, Object> file(LakeFile file) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("path", file.path());
        written.put("bucket", file.bucket());
        written.put("run", file.run());
        written.put("rows", file.rows());
        written.put("first", file.first());
        written.put("last", file.last());
        return written;
    }

    private static LakeFile file(YamlNode file) {
        return new LakeFile(
                file.get("path").text(),
                file.get("bucket").whole(0, Lake.BUCKETS - 1),
                file.get("run").whole(),
                file.get("rows").whole(),
                file.get("first").whole(0, Integer.MAX_VALUE),
                file.get("last").whole(0, Integer.MAX_VALUE));
    }

    private static Map<String, Object> load(LoadRecord load) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("fingerprint", load.fingerprint());
        written.put("source", load.source());
        written.put("table", load.table());
        written.put("rows", load.rows());
        written.put("rejected", load.rejected());
        written.put("at", load.at().toString());
        return written;
    }

    private static LoadRecord load(YamlNode load) {
        return new LoadRecord(
                load.get("fingerprint").text(),
                load.get("source").text(),
                load.get("table").text(),
                load.get("rows").whole(),
                load.get("rejected").whole(),
                Instant.parse(load.get("at").text()));
    }
}
