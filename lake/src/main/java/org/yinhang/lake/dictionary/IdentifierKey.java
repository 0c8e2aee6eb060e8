package org.yinhang.lake.dictionary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * The secret under which identifiers are hashed (HMAC-SHA-256, RFC 2104 and FIPS 180-4). It lives outside the lake: who
 * holds only the lake can neither read an identifier nor test a guess.
 */
public final class IdentifierKey {

    /** Fewest bytes a key may have. */
    public static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    /**
     * A key from its bytes.
     *
     * @throws IllegalArgumentException when it is shorter than {@link #LENGTH}
     */
    public IdentifierKey(byte[] bytes) {
        if (bytes.length < LENGTH) {
            throw new IllegalArgumentException("key: %d bytes (expected: at least %d)".formatted(bytes.length, LENGTH));
        }
        secret = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * The key kept in a folder, made at random where there is none yet; only its owner can read it.
     *
     * @throws FaultException when it cannot be read or made
     */
    public static IdentifierKey inFolder(Path folder) {
        Path file = folder.resolve("identifier.key");
        try {
            if (!Files.exists(file)) {
                if (!Files.isDirectory(folder)) {
                    Files.createDirectories(
                            folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                }
                byte[] fresh = new byte[LENGTH];
                new SecureRandom().nextBytes(fresh);
                Path next = folder.resolve("identifier.key.next");
                Files.deleteIfExists(next);
                Files.createFile(
                        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(next, HexFormat.of().formatHex(fresh) + "\n", StandardOpenOption.DSYNC);
                Files.move(next, file);
            }
            return new IdentifierKey(
                    HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of(
                            "DIC-1001",
                            "The key of the customer dictionary cannot be read or made.",
                            file.toString(),
                            "It holds %d hexadecimal digits; restore it from its backup.".formatted(2 * LENGTH)),
                    e);
        }
    }

    /** The first 128 bits of an identifier's HMAC. */
    public Pseudonym pseudonym(String identifier) {
        ByteBuffer hash = hash("customer:" + identifier);
        return new Pseudonym(hash.getLong(), hash.getLong());
    }

    /** A number of 63 bits that stands for an identifier of an account, a loan or a record. */
    public long number(String identifier) {
        return hash("record:" + identifier).getLong() & Long.MAX_VALUE;
    }

    /** Tells two keys apart without giving one away. */
    long check() {
        return hash("check").getLong();
    }

    /**
     * What stands for a customer's identifier.
     *
     * @param high first 64 bits
     * @param low next 64 bits
     */
    public record Pseudonym(long high, long low) {}

    private ByteBuffer hash(String text) {
        return ByteBuffer.wrap(macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
    }
}
