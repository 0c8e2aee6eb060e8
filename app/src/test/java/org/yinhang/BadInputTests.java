package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person gives wrongly: one line says what, where and what to do next, and the command given rightly works. */
class BadInputTests {

    private static final Path SAMPLE = Path.of("../samples/minimal");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void copySample() throws IOException {
        for (String name : List.of("campaign.yaml", "mapping.yaml", "customers.csv", "contacts.csv")) {
            Files.copy(SAMPLE.resolve(name), folder.resolve(name));
        }
    }

    private int run(String... arguments) {
        errors.getBuffer().setLength(0);
        return Yinhang.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }

    private int plan() {
        return run(
                "plan",
                "--data=" + folder,
                "--campaign=" + folder.resolve("campaign.yaml"),
                "--out=" + folder.resolve("out"));
    }

    private void isToldInOneLine(int exit, String code, String next) {
        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString()).hasLineCount(1).startsWith(code + ": ").contains(next);
    }

    @ParameterizedTest
    @CsvSource({
        "customers.csv, none.csv, ING-2001, customers.csv",
        "charset: GBK, charset: KLINGON, ING-1002, GB18030",
        "'age: 年龄', 'age: 年纪', ING-1008, 年龄",
    })
    void aWrongMapping(String right, String wrong, String code, String next) throws IOException {
        Path mapping = folder.resolve("mapping.yaml");
        String text = Files.readString(mapping);
        assertThat(text).contains(right);
        Files.writeString(mapping, text.replace(right, wrong));
        isToldInOneLine(plan(), code, next);
        Files.writeString(mapping, text);
        assertThat(plan()).as(errors::toString).isZero();
    }

    @Test
    void aDataFolderThatIsNotThere() {
        int exit = run(
                "load",
                "--data=" + folder.resolve("none"),
                "--mapping=" + folder.resolve("mapping.yaml"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + folder.resolve("keys"));
        isToldInOneLine(exit, "ING-2001", "--data");
    }

    @Test
    void anEmptyTable() throws IOException {
        Path customers = folder.resolve("customers.csv");
        byte[] content = Files.readAllBytes(customers);
        Files.writeString(customers, "");
        isToldInOneLine(plan(), "ING-2003", "export");
        Files.write(customers, content);
        assertThat(plan()).as(errors::toString).isZero();
    }

    @Test
    void aMissingCampaignFile() throws IOException {
        Files.delete(folder.resolve("campaign.yaml"));
        isToldInOneLine(plan(), "YML-1001", "path");
    }

    @ParameterizedTest
    @CsvSource({
        "'', TAB-1002",
        "'a,y\n', TAB-1002",
        "'a,y\n1,yes\n2,yes\n3,yes\n', TAB-1006",
        "'a,y\n1,no\n2,no\n', TAB-1005"
    })
    void aTableNothingCanBeLearnedFrom(String text, String code) throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), text);
        isToldInOneLine(run("evaluate", "--table=" + table, "--target=y=yes"), code, "");
    }

    @Test
    void aMissingTable() {
        isToldInOneLine(run("evaluate", "--table=" + folder.resolve("none.csv"), "--target=y=1"), "TAB-1001", "path");
    }

    @Test
    void aPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            isToldInOneLine(run("demo", "--port=" + port, "--data=" + folder.resolve("data")), "RUN-1004", "--port");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }
}
