package org.yinhang.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KilledLoadTests {

    private static final String MAPPING = """
            sources:
              people:
                file: people.csv
                charset: GBK
                tables:
                  customers: {key: cust_no, columns: {occurred_at: day, city: city, name: name}}
                  accounts: {key: cust_no, columns: {occurred_at: day, account: cust_no}}
            """;

    @TempDir
    Path root;

    private static String people(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj("A%d,2026-01-01,city,someone%n"::formatted)
                .collect(Collectors.joining("", "cust_no,day,city,name\n", ""));
    }

    @ParameterizedTest
    @CsvSource({"Reading people.csv,1", "Numbering customers,0", "Writing tables,1", "Publishing,0"})
    void leavesThePreviousLoadIntactAndTheNextOneWorks(String step, int done) throws Exception {
        BankFolder bank = new BankFolder(root);
        bank.mapping(MAPPING).file("people.csv", people(0, 100)).load();
        bank.file("people.csv", people(50, 400));

        killAt(step, done);

        assertThat(bank.lake().current().version()).isEqualTo(1);
        assertThat(bank.read("SELECT count(*) FROM customers")).containsExactly("100");
        assertThat(Files.exists(bank.lake().folder().resolve("work")))
                .as("the killed load left files")
                .isTrue();

        LoadResult result = bank.load();
        assertThat(result.changed()).isTrue();
        assertThat(bank.read("SELECT count(*), count(DISTINCT customer), max(customer) FROM customers"))
                .containsExactly("400|400|399");
        assertThat(bank.lake().folder().resolve("work")).doesNotExist();
    }

    private void killAt(String step, int done) throws IOException, InterruptedException {
        Process load = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadThatStops.class.getName(),
                        root.toString(),
                        step,
                        Integer.toString(done))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = load.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.equals("halted")) {
                assertThat(line).isNotEqualTo("finished");
                line = out.readLine();
            }
            assertThat(line).as("the load came to '%s'", step).isEqualTo("halted");
        } finally {
            load.destroyForcibly().waitFor();
        }
    }
}
