package org.yinhang.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleProgressTests {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void writesALineForEachTenthWhereLinesCannotBeRedrawn() {
        ConsoleProgress progress = ConsoleProgress.to(out, false);
        for (int done = 0; done <= 1_000; done++) {
            progress.report("Training", done, 1_000);
        }
        assertThat(text().lines()).hasSize(11).last().isEqualTo("Training: 1000 of 1000");
        assertThat(text()).doesNotContain("\r");
    }

    @Test
    void redrawsOneBarOnATerminalAndClearsIt() {
        ConsoleProgress progress = ConsoleProgress.to(out, true);
        progress.report("Training", 1, 2);
        assertThat(text()).contains("50%");
        progress.finish();
        assertThat(text()).endsWith("\r").doesNotContain("\n");
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
