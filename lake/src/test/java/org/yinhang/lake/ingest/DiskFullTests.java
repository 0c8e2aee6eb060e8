package org.yinhang.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;

/** A load onto a disk of one megabyte; needs the right to mount one. */
class DiskFullTests {

    private static final String MAPPING = """
            sources:
              flow:
                file: flow.csv
                tables:
                  transactions:
                    key: cust_no
                    columns: {id: {sql: txn, key: number}, occurred_at: at_time, amount: amount}
            """;

    @TempDir
    Path root;

    private boolean mounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        Files.createDirectories(root.resolve("lake"));
        mounted = run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=1m",
                "tmpfs",
                root.resolve("lake").toString());
        assumeThat(mounted).as("a small disk can be mounted here (needs root)").isTrue();
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            assertThat(run("umount", root.resolve("lake").toString())).isTrue();
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "A%d,%d,2026-01-01 10:00:00,%d.%02d%n"
                        .formatted(i, (i * 2_654_435_761L) & 0xFFFFFFFFFL, (i * 48_271L) % 99_991, i % 100))
                .collect(Collectors.joining("", "cust_no,txn,at_time,amount\n", ""));
    }

    @Test
    void saysThatTheDiskIsFullAndKeepsThePreviousLoad() {
        BankFolder bank = new BankFolder(root).mapping(MAPPING).file("flow.csv", rows(100));
        Lake lake = bank.lake();
        Ingest.load(bank.mappingFile(), bank.data(), lake, bank.settings(), Progress.SILENT);
        bank.file("flow.csv", rows(150_000));
        assertThatThrownBy(() -> Ingest.load(bank.mappingFile(), bank.data(), lake, bank.settings(), Progress.SILENT))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("ING-3001");
        assertThat(bank.read("SELECT count(*) FROM transactions")).containsExactly("100");
        assertThat(bank.file("flow.csv", rows(200)).load().rows("transactions")).isEqualTo(100);
    }
}
