package org.yinhang.decision;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.shared.ExcelFile;

/** Writes a plan for people: {@code plan.csv}, {@code plan.xlsx} and {@code withheld.csv}. */
final class PlanFiles {

    /** How many reasons a list shows. */
    static final int REASONS = 3;

    private static final List<Column> LIST = List.of(
            new Column("customer", "客户", 14),
            new Column("rank", "排名", 7),
            new Column("grade", "等级", 7),
            new Column("channel", "渠道", 14),
            new Column("probability", "成功概率", 11),
            new Column("expected_value_yuan", "期望净值(元)", 14),
            new Column("reason_1_zh", "理由一", 34),
            new Column("reason_2_zh", "理由二", 34),
            new Column("reason_3_zh", "理由三", 34),
            new Column("script_zh", "建议话术", 60),
            new Column("reason_1_en", "Reason 1", 40),
            new Column("reason_2_en", "Reason 2", 40),
            new Column("reason_3_en", "Reason 3", 40),
            new Column("script_en", "Suggested script", 60));

    private record Column(String code, String zh, int width) {}

    private final Plan plan;
    private final CustomerKeys keys;

    PlanFiles(Plan plan, CustomerKeys keys) {
        this.plan = plan;
        this.keys = keys;
    }

    void writeList(Path file) {
        write(file, writer -> {
            writer.write(line(LIST.stream().map(Column::code).toList()));
            for (PlannedCustomer customer : plan.chosen()) {
                writer.write(line(cells(customer)));
            }
        });
    }

    void writeWithheld(Path file) {
        write(file, writer -> {
            writer.write(line(List.of("customer", "grade", "probability", "reason_codes", "reasons_zh", "reasons_en")));
            for (PlannedCustomer customer : plan.withheld()) {
                writer.write(line(List.of(
                        keys.keyOf(customer.customer()),
                        customer.grade().name(),
                        fraction(customer.probability().value()),
                        join(customer.refusals().stream().map(ReasonCode::name).toList(), ";"),
                        join(customer.refusals().stream().map(ReasonCode::zh).toList(), "；"),
                        join(customer.refusals().stream().map(ReasonCode::en).toList(), "; "))));
            }
        });
    }

    void writeWorkbook(Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ExcelFile.write(out, plan.asOf(), workbook -> {
                Worksheet sheet = workbook.newWorksheet("名单");
                for (int c = 0; c < LIST.size(); c++) {
                    sheet.value(0, c, LIST.get(c).zh());
                    sheet.style(0, c).bold().fillColor("E3EFEF").set();
                    sheet.width(c, LIST.get(c).width());
                }
                sheet.freezePane(1, 1);
                int row = 1;
                for (PlannedCustomer customer : plan.chosen()) {
                    row(sheet, row++, customer);
                }
                sheet.setAutoFilter(0, 0, Math.max(1, row - 1), LIST.size() - 1);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(Worksheet sheet, int row, PlannedCustomer customer) {
        PlannedCustomer.Chosen chosen = customer.chosen().orElseThrow();
        List<String> cells = cells(customer);
        for (int c = 0; c < LIST.size(); c++) {
            switch (LIST.get(c).code()) {
                case "rank" -> sheet.value(row, c, chosen.rank());
                case "channel" -> sheet.value(row, c, chosen.channel().name().zh());
                case "probability" -> {
                    sheet.value(row, c, chosen.probability().value());
                    sheet.style(row, c).format("0.0%").set();
                }
                case "expected_value_yuan" -> {
                    sheet.value(row, c, chosen.expectedValue().yuan());
                    sheet.style(row, c).format("#,##0.00").set();
                }
                default -> sheet.value(row, c, cells.get(c));
            }
        }
    }

    private List<String> cells(PlannedCustomer customer) {
        PlannedCustomer.Chosen chosen = customer.chosen().orElseThrow();
        List<Campaign.Names> reasons = customer.contributions().stream()
                .limit(REASONS)
                .map(ReasonTexts::sentence)
                .collect(Collectors.toCollection(ArrayList::new));
        while (reasons.size() < REASONS) {
            reasons.add(new Campaign.Names("", ""));
        }
        List<String> cells = new ArrayList<>(List.of(
                keys.keyOf(customer.customer()),
                Integer.toString(chosen.rank()),
                customer.grade().name(),
                chosen.channel().code(),
                fraction(chosen.probability().value()),
                chosen.expectedValue().yuan().toPlainString()));
        reasons.forEach(reason -> cells.add(reason.zh()));
        cells.add(chosen.script().zh());
        reasons.forEach(reason -> cells.add(reason.en()));
        cells.add(chosen.script().en());
        return cells;
    }

    /** Six decimals: finer than any list needs, and the same text on every machine. */
    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String join(List<String> texts, String separator) {
        return String.join(separator, texts);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(PlanFiles::cell).collect(Collectors.joining(",")) + "\n";
    }

    private static String cell(String text) {
        // A leading sign would make a spreadsheet run the cell as a formula.
        String safe = !text.isEmpty() && "=+@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[,\"\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    private static void write(Path file, Content content) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            content.writeTo(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
