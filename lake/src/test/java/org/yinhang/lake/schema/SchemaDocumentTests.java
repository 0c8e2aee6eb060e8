package org.yinhang.lake.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/schema.md} equal to the schema file; with YINHANG_WRITE set in the environment it is written anew. */
class SchemaDocumentTests {

    private static final Path DOCUMENT = Path.of("../docs/schema.md");

    @Test
    void saysWhatTheSchemaFileSays() throws IOException {
        String expected = document(CanonicalSchema.bundled());
        if (System.getenv("YINHANG_WRITE") != null) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT))
                .as(
                        "write it anew: YINHANG_WRITE=1 ./mvnw -pl lake -am test -Dtest=SchemaDocumentTests -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(expected);
    }

    private static String document(CanonicalSchema schema) {
        StringBuilder text = new StringBuilder("""
                # 标准表 · Canonical tables

                由 `schema.yaml` 生成, 请勿手改。Generated from `lake/src/main/resources/org/yinhang/lake/schema/schema.yaml`.

                类型 type: `money` 整数分 whole fen · `rate` 年化利率的百万分之一 millionths a year · `fraction` 0–1 ·
                `key` 63 位编号 63-bit number · `customer` 客户号 dense customer number · `instant` UTC 微秒 microseconds · `date` 日期 day.
                类别 class: 个人信息 `personal` 不入湖 never enters the lake. `事后 after`: 事件结束后才知道, 不可作特征
                known only once the event has ended, never a feature of it.

                状态表与事实表都另有 `customer`、`occurred_at`、`recorded_at`、`id` 四列。
                Every state and fact table also has these four columns.
                """);
        schema.tables().forEach(table -> text.append(table(table)));
        text.append("\n# 台账 · Ledgers\n\n由平台自己写入。Written by the platform itself.\n");
        schema.ledgers().forEach(table -> text.append(table(table)));
        return text.toString();
    }

    private static String table(TableSchema table) {
        String kind =
                switch (table.kind()) {
                    case REFERENCE -> "参考表 reference, key " + String.join(", ", table.key());
                    case STATE -> "状态表 state";
                    case FACT -> "事实表 fact";
                };
        return "\n## `%s` %s · %s\n\n%s\n\n| 列 column | 类型 type | 名称 name | 类别 class | 说明 |\n|---|---|---|---|---|\n%s"
                .formatted(
                        table.name(),
                        table.zh(),
                        table.en(),
                        kind,
                        table.columns().stream()
                                .filter(c -> table.kind() == TableKind.REFERENCE || !isCommon(c))
                                .map(SchemaDocumentTests::column)
                                .collect(Collectors.joining()));
    }

    private static boolean isCommon(ColumnSchema column) {
        return CanonicalSchema.bundled().table("contacts").columns().indexOf(column) >= 0
                && CanonicalSchema.bundled().table("contacts").columns().indexOf(column) < 4;
    }

    private static String column(ColumnSchema column) {
        String remarks = (column.required() ? "必填 required. " : "")
                + (column.knownAfter() ? "事后 after. " : "")
                + (column.unit().isEmpty() ? "" : column.unit() + ". ")
                + column.values().entrySet().stream()
                        .map(e -> "`" + e.getKey() + "` " + e.getValue())
                        .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s · %s | %s | %s |\n"
                .formatted(
                        column.name(),
                        column.type().name().toLowerCase(Locale.ROOT),
                        column.zh(),
                        column.en(),
                        column.dataClass().name().toLowerCase(Locale.ROOT),
                        remarks.strip());
    }
}
