package org.yinhang.lake.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentifierKeyTests {

    @TempDir
    Path root;

    @Test
    void isReadableByItsOwnerOnlyAndSoIsItsFolder() throws IOException {
        Path folder = root.resolve("secrets").resolve("keys");

        IdentifierKey.inFolder(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("identifier.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isTheSameKeyTheNextTime() {
        Path folder = root.resolve("keys");
        assertThat(IdentifierKey.inFolder(folder).number("C1"))
                .isEqualTo(IdentifierKey.inFolder(folder).number("C1"));
    }
}
