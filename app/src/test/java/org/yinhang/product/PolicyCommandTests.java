package org.yinhang.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.product.internal.PolicyWorkbook;
import org.yinhang.product.internal.PolicyWorkbookReader;
import org.yinhang.product.internal.PolicyWorkbookReader.Rejected;
import org.yinhang.product.internal.PolicyYaml;
import org.yinhang.product.internal.ProductYaml;
import picocli.CommandLine;

class PolicyCommandTests {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return new CommandLine(new PolicyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .setExecutionExceptionHandler((problem, line, parsed) -> {
                    line.getErr().println(problem.getMessage());
                    return 1;
                })
                .execute(arguments);
    }

    @Test
    void theShippedPoliciesPassTheirCheck() {
        assertThat(run("check", "--day", "2026-07-01")).as(out.toString()).isZero();
        assertThat(out.toString()).contains("admission_bureau", "16 products", "10 lend", "0 errors");
    }

    @Test
    void aFaultyTableFailsTheCheckWithAnExample() throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), """
                tables:
                  gap:
                    {zh: 有缺口, en: Gap, kind: admission, hit: first, from: 2026-01-01, source: test,
                    unknown: {verdict: refuse, code: U, zh: 未知, en: Unknown},
                    rows: [{id: a, when: "age < 22", verdict: refuse, code: A, zh: 小, en: Young},
                           {id: b, when: "age > 22", verdict: pass, code: B, zh: 够, en: Enough}]}
                """);
        assertThat(run("check", "--policies", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("age = 22").contains("1 errors");
    }

    @Test
    void theSampleCasesAreAsExpected() {
        assertThat(run("test", "../samples/policy/cases.yaml"))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("7 cases");
    }

    @Test
    void aCaseThatDiffersIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("cases.yaml"), """
                cases:
                  - {name: 不对的期望, table: admission_income, given: {income: 2000}, rows: [enough]}
                """);
        assertThat(run("test", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("不对的期望", "'enough'", "'low'");
    }

    @Test
    void aDescribedCustomerIsAssessed() {
        assertThat(run(
                        "assess",
                        "--product",
                        "L101",
                        "--day",
                        "2026-07-01",
                        "--given",
                        "age=17",
                        "--given",
                        "income=1万"))
                .isZero();
        assertThat(out.toString()).contains("refused 拒绝", "AGE_TOO_YOUNG", "admission_basic:0#minor: age < 18");
    }

    @Test
    void everythingWrongWithADescriptionIsSaidAtOnce() {
        assertThatThrownBy(() -> GivenFacts.read(Map.of("agee", "3", "income", "much"), Applicant.CATALOGUE))
                .isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.faults())
                        .extracting(Fault::code)
                        .containsExactlyInAnyOrder("PRD-4001", "PRD-4002"));
    }

    @Test
    void tablesGoToAWorkbookAndBackUnchanged() throws IOException {
        Path workbook = folder.resolve("tables.xlsx");
        Path yaml = folder.resolve("tables.yaml");
        assertThat(run("export", "--day", "2026-07-01", "--out", workbook.toString()))
                .isZero();
        byte[] bytes = Files.readAllBytes(workbook);
        assertThat(run("export", "--day", "2026-07-01", "--out", workbook.toString()))
                .isZero();
        assertThat(Files.readAllBytes(workbook)).isEqualTo(bytes);
        assertThat(run("import", workbook.toString(), "--out", yaml.toString()))
                .as(out.toString())
                .isZero();
        assertThat(PolicyFile.read(yaml).tables())
                .isEqualTo(PolicyFile.bundled().tablesOn(DAY));
    }

    @Test
    void definitionsWrittenAreReadBackUnchanged() {
        List<PolicyTable> tables = PolicyFile.bundled().tables();
        assertThat(PolicyFile.read(PolicyYaml.of(tables), "again").tables()).isEqualTo(tables);
    }

    @Test
    void productsAndCapsWrittenAreReadBackUnchanged() {
        PolicyBook shipped = PolicyFile.bundled();
        for (Product product : shipped.products()) {
            assertThat(Definition.read(ProductYaml.of(product))).isEqualTo(new Definition.OfProduct(product));
        }
        for (LenderCap cap : shipped.caps()) {
            assertThat(Definition.read(ProductYaml.of(cap))).isEqualTo(new Definition.OfCap(cap));
        }
    }

    @Test
    void aRowThatCannotBeReadIsRejectedWithLineColumnAndReasonAndTheOthersAreKept() throws IOException {
        Path workbook = folder.resolve("faulty.xlsx");
        try (var file = Files.newOutputStream(workbook);
                Workbook book = new Workbook(file, "test", "1.0")) {
            Worksheet list = book.newWorksheet("tables");
            put(list, 0, "id", "zh", "en", "kind", "hit", "from", "source");
            put(list, 1, "own", "自有", "Own", "admission", "all", "2026-01-01", "test");
            put(list, 2, "lost", "无页", "Lost", "admission", "all", "2026-01-01", "test");
            Worksheet rows = book.newWorksheet("own");
            put(rows, 0, "id", "when", "verdict", "code", "zh", "en");
            put(rows, 1, "a", "age < 22", "refuse", "A", "小", "Young");
            put(rows, 2, "b", "agee > 60", "refuse", "B", "老", "Old");
            put(rows, 3, "c", "mortgage", "perhaps", "C", "房贷", "Mortgage");
            put(rows, 4, "a", "overdue", "refuse", "", "逾期", "Overdue");
        }
        try (InputStream in = Files.newInputStream(workbook)) {
            var content = PolicyWorkbookReader.read(in, Applicant.CATALOGUE);
            assertThat(content.rejected())
                    .extracting(Rejected::sheet, Rejected::line, Rejected::column)
                    .containsExactly(
                            tuple("own", 3, "when"),
                            tuple("own", 4, "verdict"),
                            tuple("own", 5, "id"),
                            tuple("own", 5, "code"),
                            tuple("tables", 3, "id"));
            assertThat(content.tables()).singleElement().satisfies(table -> assertThat(
                            table.table().rows())
                    .extracting(row -> row.id())
                    .containsExactly("a"));
        }
    }

    @Test
    void whatIsNoWorkbookIsSaidToBeNone() {
        Path file = folder.resolve("none.xlsx");
        assertThatThrownBy(() -> {
                    Files.writeString(file, "not a workbook");
                    try (InputStream in = Files.newInputStream(file)) {
                        PolicyWorkbookReader.read(in, Applicant.CATALOGUE);
                    }
                })
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.faults().getFirst().code()).isEqualTo("PRD-3001"));
    }

    @Test
    void theWorkbookOfOneTableHoldsOnlyIt() throws IOException {
        Path workbook = folder.resolve("one.xlsx");
        try (var file = Files.newOutputStream(workbook)) {
            PolicyWorkbook.write(
                    PolicyFile.bundled().tables().stream()
                            .filter(t -> t.id().equals("limit_debt"))
                            .toList(),
                    DAY,
                    file);
        }
        try (InputStream in = Files.newInputStream(workbook)) {
            assertThat(PolicyWorkbookReader.read(in, Applicant.CATALOGUE).tables())
                    .extracting(PolicyTable::id)
                    .containsExactly("limit_debt");
        }
    }

    private static void put(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(row, i, cells[i]);
        }
    }
}
