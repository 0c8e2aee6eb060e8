package org.yinhang.shared.pdf;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.FaultException;

class PdfFontTests {

    @TempDir
    private Path folder;

    @Test
    void withoutAFontItSaysWhatToInstall() {
        assertThatThrownBy(() -> PdfFont.open(Optional.empty(), List.of(folder.resolve("no.ttc") + ",0")))
                .isInstanceOf(FaultException.class)
                .hasMessageContainingAll("PDF-1001", "apt-get install fonts-noto-cjk");
    }

    @Test
    void aFileThatIsNoFontIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("no.ttf"), "no font");
        assertThatThrownBy(() -> PdfFont.open(Optional.of(file)))
                .isInstanceOf(FaultException.class)
                .hasMessageContainingAll("PDF-1002", "no.ttf");
    }
}
