package org.yinhang.shared.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.YinhangSettings.CipherSuite;

class ColumnCipherTests {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(CipherSuite.class)
    void whatWasEncryptedDecryptsAndNeverShows(CipherSuite suite) {
        ColumnCipher cipher = new ColumnCipher(KeyFolder.open(folder), suite);
        byte[] stored = cipher.encrypt("customer.name", "欧阳修远");
        assertThat(cipher.decrypt("customer.name", stored)).isEqualTo("欧阳修远");
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("欧阳");
        assertThat(cipher.encrypt("customer.name", "欧阳修远")).isNotEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource(CipherSuite.class)
    void oneChangedBitOrAnotherColumnIsNoticed(CipherSuite suite) {
        ColumnCipher cipher = new ColumnCipher(KeyFolder.open(folder), suite);
        byte[] stored = cipher.encrypt("customer.phone", "13812345678");
        assertThatThrownBy(() -> cipher.decrypt("customer.name", stored)).isInstanceOf(FaultException.class);
        stored[stored.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.decrypt("customer.phone", stored))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("KEY-1003")
                .hasMessageNotContaining("13812345678");
    }

    @Test
    void afterRotationTheOldStillDecryptsAndSaysItIsOutdated() {
        ColumnCipher before = new ColumnCipher(KeyFolder.open(folder), CipherSuite.AES);
        byte[] old = before.encrypt("customer.phone", "13812345678");
        assertThat(before.isOutdated(old)).isFalse();
        assertThat(KeyFolder.addColumnKey(folder)).isEqualTo(2);
        ColumnCipher after = new ColumnCipher(KeyFolder.open(folder), CipherSuite.AES);
        assertThat(after.decrypt("customer.phone", old)).isEqualTo("13812345678");
        assertThat(after.isOutdated(old)).isTrue();
        assertThat(after.isOutdated(after.encrypt("customer.phone", "13812345678")))
                .isFalse();
    }

    @Test
    void aChangeOfAlgorithmKeepsTheOldReadable() {
        byte[] old = new ColumnCipher(KeyFolder.open(folder), CipherSuite.AES).encrypt("a.b", "x");
        ColumnCipher chinese = new ColumnCipher(KeyFolder.open(folder), CipherSuite.SM);
        assertThat(chinese.decrypt("a.b", old)).isEqualTo("x");
        assertThat(chinese.isOutdated(old)).isTrue();
    }

    @Test
    void keysAreForTheirOwnerOnly() throws IOException {
        Path keys = folder.resolve("keys");
        KeyFolder.open(keys);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("column-0001.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aMissingOrBrokenKeyIsToldWithTheNextStep() throws IOException {
        KeyFolder.open(folder);
        KeyFolder.addColumnKey(folder);
        byte[] stored = new ColumnCipher(KeyFolder.open(folder), CipherSuite.AES).encrypt("a.b", "x");
        Files.delete(folder.resolve("column-0002.key"));
        assertThatThrownBy(() -> new ColumnCipher(KeyFolder.open(folder), CipherSuite.AES).decrypt("a.b", stored))
                .hasMessageContaining("KEY-1002");
        Files.writeString(folder.resolve("index.key"), "nonsense");
        assertThatThrownBy(() -> KeyFolder.open(folder)).hasMessageContaining("KEY-1001");
    }

    @ParameterizedTest
    @EnumSource(CipherSuite.class)
    void theBlindIndexFindsEqualTextsOfOneColumnOnly(CipherSuite suite) {
        BlindIndex index = new BlindIndex(KeyFolder.open(folder), suite);
        byte[] phone = index.of("customer.phone", "13812345678");
        assertThat(phone).hasSize(32).isEqualTo(index.of("customer.phone", " １３812345678 "));
        assertThat(index.of("customer.phone", "13812345679")).isNotEqualTo(phone);
        assertThat(index.of("customer.id", "13812345678")).isNotEqualTo(phone);
        assertThat(new BlindIndex(KeyFolder.open(folder.resolve("other")), suite).of("customer.phone", "13812345678"))
                .isNotEqualTo(phone);
    }
}
