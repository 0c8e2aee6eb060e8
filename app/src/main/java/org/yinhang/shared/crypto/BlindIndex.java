package org.yinhang.shared.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.text.Normalizer;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.yinhang.shared.YinhangSettings.CipherSuite;

/**
 * Finds an encrypted value by equality without decrypting: a keyed hash (HMAC-SHA-256 or HMAC-SM3) of column and
 * normalised text, 32 bytes. Who has the database but not the key can neither read nor guess it.
 */
public final class BlindIndex {

    private static final Provider CHINESE = new BouncyCastleProvider();

    private final KeyFolder keys;
    private final CipherSuite suite;

    public BlindIndex(KeyFolder keys, CipherSuite suite) {
        this.keys = keys;
        this.suite = suite;
    }

    /**
     * The index of a value.
     *
     * @param column table and column, so that equal values of two columns do not show as equal
     * @param text compared after Unicode normalisation, without surrounding blanks, letters in upper case
     */
    public byte[] of(String column, String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        try {
            Mac mac =
                    switch (suite) {
                        case AES -> Mac.getInstance("HmacSHA256");
                        case SM -> Mac.getInstance("HMACSM3", CHINESE);
                    };
            mac.init(new SecretKeySpec(keys.indexKey(), "HMAC"));
            mac.update(column.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(normal.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
