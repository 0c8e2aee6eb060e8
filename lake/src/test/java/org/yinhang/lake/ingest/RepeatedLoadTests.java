package org.yinhang.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.lake.LakeFile;

class RepeatedLoadTests {

    private static final String MAPPING = """
            sources:
              flow:
                file: flow*.csv
                tables:
                  transactions:
                    key: cust_no
                    columns: {id: {sql: txn, key: number}, occurred_at: at_time, amount: amount}
            """;
    private static final String HEADER = "cust_no,txn,at_time,amount\n";

    @TempDir
    Path root;

    private BankFolder bank = new BankFolder(Path.of("."));

    @BeforeEach
    void open() {
        bank = new BankFolder(root).mapping(MAPPING);
    }

    private static String day(int number) {
        return "A%d,%d,2026-01-%02d 10:00:00,%d.25%n".formatted(number % 3, number, number, number);
    }

    private static String days(int from, int to) {
        return HEADER
                + IntStream.rangeClosed(from, to)
                        .mapToObj(RepeatedLoadTests::day)
                        .collect(Collectors.joining());
    }

    @Test
    void changesNothingForTheSameBytesAndMapping() {
        bank.file("flow.csv", days(1, 5)).load();
        bank.mapping("# a remark\n" + MAPPING.replace("columns: {", "columns: {   "));
        LoadResult again = bank.load();
        assertThat(again.changed()).isFalse();
        assertThat(bank.lake().current().version()).isEqualTo(1);
    }

    @Test
    void doesNotDoubleRowsOfAnOverlappingFile() {
        bank.file("flow.csv", days(1, 5)).load();
        LoadResult result = bank.file("flow.csv", days(3, 8)).load();
        assertThat(result.inputs().getFirst().tables().getFirst().known()).isEqualTo(3);
        assertThat(result.rows("transactions")).isEqualTo(3);
        assertThat(bank.read("SELECT count(*), count(DISTINCT id) FROM transactions"))
                .containsExactly("8|8");
    }

    @Test
    void takesOnlyTheNewFileOfAGrowingFolder() {
        bank.file("flow-1.csv", days(1, 5)).load();
        LoadResult result = bank.file("flow-2.csv", days(4, 9)).load();
        assertThat(result.inputs()).hasSize(2);
        assertThat(result.inputs().getFirst().tables().getFirst().loadedBefore())
                .isTrue();
        assertThat(bank.read("SELECT count(*) FROM transactions")).containsExactly("9");
    }

    @Test
    void tellsEqualRowsWithoutAnIdentifierApartAndKnowsThemAgain() {
        bank.mapping(MAPPING.replace("id: {sql: txn, key: number}, ", ""));
        String rows = HEADER + "A1,,2026-01-01 10:00:00,5\nA1,,2026-01-01 10:00:00,5\nA1,,2026-01-02 10:00:00,5\n";
        bank.file("flow.csv", rows).load();
        assertThat(bank.read("SELECT count(*), count(DISTINCT id) FROM transactions"))
                .containsExactly("3|3");
        LoadResult result =
                bank.file("flow.csv", rows + "A2,,2026-01-02 10:00:00,5\n").load();
        assertThat(result.rows("transactions")).isEqualTo(1);
        assertThat(bank.read("SELECT count(*) FROM transactions")).containsExactly("4");
    }

    @Test
    void replacesATableWholeAndForgetsWhatItReplaced() {
        bank.mapping(MAPPING.replace("key: cust_no", "key: cust_no\n        mode: replace"));
        bank.file("flow.csv", days(1, 5)).load();
        bank.file("flow.csv", days(6, 7)).load();
        assertThat(bank.read("SELECT id FROM transactions ORDER BY id")).containsExactly("6", "7");
        assertThat(bank.file("flow.csv", days(1, 5)).load().changed()).isTrue();
        assertThat(bank.read("SELECT count(*) FROM transactions")).containsExactly("5");
    }

    @Test
    void keepsOneNumberPerCustomerOverLoads() {
        bank.file("flow.csv", days(1, 1)).load();
        bank.file("flow.csv", days(2, 4)).load();
        assertThat(bank.read("SELECT customer, id FROM transactions ORDER BY id"))
                .containsExactly("0|1", "1|2", "2|3", "0|4");
    }

    @Test
    void mergesSmallRunsSoThatReadersKeepFew() {
        for (int load = 1; load <= 11; load++) {
            bank.file("flow.csv", days(load, load)).load();
        }
        List<LakeFile> files = bank.lake().current().table("transactions").files();
        assertThat(files.stream().map(LakeFile::run).distinct().count()).isLessThanOrEqualTo(RunMerge.MOST_RUNS);
        assertThat(bank.read("SELECT count(*), sum(amount) FROM transactions")).containsExactly("11|6875");
        assertThat(bank.lake().snapshot(5).table("transactions").rows()).isEqualTo(5);
    }

    @Test
    void writesTheSameBytesFromTheSameFiles() throws IOException {
        bank.file("flow.csv", days(1, 28)).load();
        Path keys = root.resolve("keys");
        BankFolder twin = new BankFolder(root.resolve("twin"));
        Files.createDirectories(root.resolve("twin/keys"));
        Files.copy(keys.resolve("identifier.key"), root.resolve("twin/keys/identifier.key"));
        twin.file("flow.csv", days(1, 28)).mapping(MAPPING).load();
        assertThat(parquet(twin)).isEqualTo(parquet(bank)).isNotEmpty();
    }

    @Test
    void keepsAChangedStateBesideTheOldOneAndLeavesAnEqualOneOut() {
        String mapping = """
                sources:
                  customers:
                    file: c.csv
                    tables:
                      customers:
                        key: no
                        columns: {occurred_at: day, city: city}
                """;
        bank.mapping(mapping)
                .file("c.csv", "no,day,city\nA,2026-01-01,杭州\nB,2026-01-01,上海\n")
                .load();
        LoadResult result = bank.file("c.csv", "no,day,city\nA,2026-02-01,宁波\nB,2026-01-01,上海\n")
                .load();
        assertThat(result.rows("customers")).isEqualTo(1);
        assertThat(bank.read("SELECT customer, city FROM customers_at(TIMESTAMP '2026-07-01') ORDER BY customer"))
                .containsExactly("0|宁波", "1|上海");
    }

    private static List<String> parquet(BankFolder bank) throws IOException {
        try (Stream<Path> files = Files.walk(bank.lake().folder().resolve("tables"))) {
            return files.filter(Files::isRegularFile).sorted().map(Inputs::hash).toList();
        }
    }
}
