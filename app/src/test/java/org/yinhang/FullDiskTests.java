package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a disk with no room for what they write; needs the right to mount one. */
class FullDiskTests {

    @TempDir
    private Path folder = Path.of("");

    private boolean isMounted;

    private Path small() {
        return folder.resolve("small");
    }

    @BeforeEach
    void mount() throws Exception {
        Files.createDirectories(small());
        isMounted = run("mount", "-t", "tmpfs", "-o", "size=48k", "tmpfs", small().toString());
        assumeThat(isMounted)
                .as("a small disk can be mounted here (needs root)")
                .isTrue();
    }

    @AfterEach
    void unmount() throws Exception {
        if (isMounted) {
            assertThat(run("umount", small().toString())).isTrue();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String refusal(String... arguments) {
        StringWriter errors = new StringWriter();
        assertThat(Yinhang.commandLine()
                        .setOut(new PrintWriter(new StringWriter()))
                        .setErr(new PrintWriter(errors))
                        .execute(arguments))
                .isEqualTo(1);
        assertThat(errors.toString()).hasLineCount(1);
        return errors.toString();
    }

    @Test
    void aDemoIsNotEvenStarted() {
        assertThat(refusal("demo", "--port=0", "--data=" + small().resolve("data")))
                .contains("RUN-1014", "nearly full", "--data");
        assertThat(small().resolve("data/pg")).doesNotExist();
    }

    @Test
    void aSimulatedBankThatFindsNoRoomIsToldInOneLine() {
        String[] bank = {"demo-data", "--customers=400", "--threads=1", "--lake=" + small().resolve("lake")};
        assertThat(refusal(bank)).contains("RUN-1015", "became full", "start it again");
    }

    @Test
    void aPlanThatCannotBeWrittenLeavesTheFormerFilesWhole() throws IOException {
        Path former = Files.writeString(small().resolve("report.html"), "the former report");
        String[] plan = {
            "plan",
            "--data=../samples/minimal",
            "--campaign=../samples/minimal/campaign.yaml",
            "--lake=" + folder.resolve("lake"),
            "--keys=" + folder.resolve("keys"),
            "--out=" + small()
        };
        assertThat(refusal(plan)).contains("DEC-1003", "No space left", "--out");
        assertThat(former).hasContent("the former report");
        assertThat(small()).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    }
}
