package org.yinhang.shared.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.YinhangSettings.CipherSuite;

/**
 * Encrypts one value of one column, authenticated, with AES-256-GCM or SM4-GCM. The stored bytes are: format (1),
 * algorithm (1), key number (4), nonce (12), cipher text and tag. The column's name is bound in, so a value copied into
 * another column does not decrypt.
 */
public final class ColumnCipher {

    private static final byte FORMAT = 1;
    private static final byte AES = 1;
    private static final byte SM4 = 2;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 6;
    private static final Provider CHINESE = new BouncyCastleProvider();

    private final KeyFolder keys;
    private final CipherSuite suite;
    private final SecureRandom random = new SecureRandom();

    public ColumnCipher(KeyFolder keys, CipherSuite suite) {
        this.keys = keys;
        this.suite = suite;
    }

    /**
     * Encrypts with the newest key and the set algorithm.
     *
     * @param column table and column, such as {@code customer.phone}
     */
    public byte[] encrypt(String column, String text) {
        return encryptBytes(column, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Encrypts what is no text, such as a photo, with the newest key and the set algorithm.
     *
     * @param column table and column
     */
    public byte[] encryptBytes(String column, byte[] plain) {
        byte algorithm =
                switch (suite) {
                    case AES -> AES;
                    case SM -> SM4;
                };
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        int key = keys.activeColumnKey();
        byte[] sealed = run(Cipher.ENCRYPT_MODE, algorithm, key, nonce, column, plain);
        return ByteBuffer.allocate(HEADER_BYTES + NONCE_BYTES + sealed.length)
                .put(FORMAT)
                .put(algorithm)
                .putInt(key)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Decrypts with the key and algorithm the bytes name.
     *
     * @throws FaultException {@code KEY-1003} when they were altered or belong to another column
     */
    public String decrypt(String column, byte[] stored) {
        return new String(decryptBytes(column, stored), StandardCharsets.UTF_8);
    }

    /**
     * Decrypts what is no text with the key and algorithm the bytes name.
     *
     * @throws FaultException {@code KEY-1003} when they were altered or belong to another column
     */
    public byte[] decryptBytes(String column, byte[] stored) {
        if (stored.length < HEADER_BYTES + NONCE_BYTES || stored[0] != FORMAT) {
            throw altered(column, null);
        }
        ByteBuffer buffer = ByteBuffer.wrap(stored, 1, HEADER_BYTES - 1);
        byte algorithm = buffer.get();
        int key = buffer.getInt();
        byte[] nonce = Arrays.copyOfRange(stored, HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(stored, HEADER_BYTES + NONCE_BYTES, stored.length);
        return run(Cipher.DECRYPT_MODE, algorithm, key, nonce, column, sealed);
    }

    /** How everything begins that is encrypted now: format, algorithm and number of the newest key. */
    byte[] newestHeader() {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put(FORMAT)
                .put(suite == CipherSuite.AES ? AES : SM4)
                .putInt(keys.activeColumnKey())
                .array();
    }

    /** Whether the bytes should be written anew because the key or the algorithm has changed since. */
    public boolean isOutdated(byte[] stored) {
        byte algorithm = suite == CipherSuite.AES ? AES : SM4;
        return stored[1] != algorithm
                || ByteBuffer.wrap(stored, 2, Integer.BYTES).getInt() != keys.activeColumnKey();
    }

    private byte[] run(int mode, byte algorithm, int key, byte[] nonce, String column, byte[] input) {
        try {
            byte[] secret = keys.columnKey(key);
            Cipher cipher = algorithm == SM4
                    ? Cipher.getInstance("SM4/GCM/NoPadding", CHINESE)
                    : Cipher.getInstance("AES/GCM/NoPadding");
            // SM4 keys have 128 bits; the first half of the key file serves.
            SecretKeySpec spec =
                    algorithm == SM4 ? new SecretKeySpec(secret, 0, 16, "SM4") : new SecretKeySpec(secret, "AES");
            cipher.init(mode, spec, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(column.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw altered(column, e);
        }
    }

    private static FaultException altered(String column, @org.jspecify.annotations.Nullable Throwable cause) {
        Fault fault = Fault.of(
                "KEY-1003",
                "An encrypted value was altered, or belongs to another column.",
                column,
                "Restore the row from a backup and look at who may write to the database.");
        return cause == null ? new FaultException(fault) : new FaultException(fault, cause);
    }
}
