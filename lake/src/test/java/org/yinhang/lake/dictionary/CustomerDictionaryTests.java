package org.yinhang.lake.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.FaultException;

class CustomerDictionaryTests {

    private static final IdentifierKey KEY =
            new IdentifierKey("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final IdentifierKey OTHER =
            new IdentifierKey("fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    Path folder;

    private CustomerDictionary open() {
        return CustomerDictionary.open(folder, KEY);
    }

    private void saved(int customers) {
        CustomerDictionary dictionary = open();
        for (int i = 0; i < customers; i++) {
            assertThat(dictionary.number("C" + i)).isEqualTo(i);
        }
        dictionary.save();
    }

    private Path file() {
        return folder.resolve(CustomerDictionary.FILE);
    }

    @Test
    void givesEveryIdentifierOneNumberForGood() {
        saved(100_000);
        CustomerDictionary again = open();
        assertThat(again.size()).isEqualTo(100_000);
        assertThat(again.find("C77777")).hasValue(77_777);
        assertThat(again.find("nobody")).isEmpty();
        assertThat(again.number("new")).isEqualTo(100_000);
    }

    @Test
    void forgetsNumbersThatWereNotSaved() {
        saved(3);
        open().number("lost");
        assertThat(open().number("next")).isEqualTo(3);
    }

    @Test
    void cutsOffWhatACrashLeftHalfWritten() throws IOException {
        saved(3);
        long whole = Files.size(file());
        Files.write(file(), new byte[27], StandardOpenOption.APPEND);
        assertThat(open().size()).isEqualTo(3);
        assertThat(Files.size(file())).isEqualTo(whole);
        saved(4);
        assertThat(open().size()).isEqualTo(4);
    }

    @Test
    void doesNotTouchTheFileWhenItOnlyReads() throws IOException {
        saved(3);
        Files.write(file(), new byte[7], StandardOpenOption.APPEND);
        long size = Files.size(file());
        assertThat(CustomerDictionary.read(folder, KEY).find("C2")).hasValue(2);
        assertThat(Files.size(file())).isEqualTo(size);
    }

    @Test
    void refusesAnotherKeyAndDamageInTheMiddle() throws IOException {
        saved(5);
        assertThatThrownBy(() -> CustomerDictionary.open(folder, OTHER))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("DIC-1002");
        byte[] bytes = Files.readAllBytes(file());
        bytes[12 + 20] ^= 1;
        Files.write(file(), bytes);
        assertThatThrownBy(this::open).isInstanceOf(FaultException.class).hasMessageContaining("DIC-1003");
    }

    @Test
    void holdsNoIdentifier() throws IOException {
        CustomerDictionary dictionary = open();
        dictionary.number("330102199001011234");
        dictionary.save();
        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
                .doesNotContain("33010219");
        assertThat(KEY.pseudonym("a")).isNotEqualTo(OTHER.pseudonym("a"));
        assertThat(Arrays.stream(new long[] {KEY.number("a"), OTHER.number("b")}))
                .allMatch(n -> n >= 0);
    }

    @Test
    void makesItsKeyOnceAndForItsOwnerOnly() throws IOException {
        IdentifierKey made = IdentifierKey.inFolder(folder.resolve("keys"));
        assertThat(IdentifierKey.inFolder(folder.resolve("keys")).pseudonym("x"))
                .isEqualTo(made.pseudonym("x"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/identifier.key")))
                .hasSize(2);
    }
}
