package org.yinhang.reach.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what goes to a gateway and checks what comes from it: HMAC-SHA-256 over instant, path and body, in hex. */
public final class Signature {

    private Signature() {}

    /**
     * Signs.
     *
     * @param timestamp seconds since 1970, as the header carries them
     * @param path of the address, with its query
     * @param body as sent
     */
    public static String of(String secret, String timestamp, String path, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HMAC"));
            String signed = timestamp + "\n" + path + "\n" + body;
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a signature is right; takes as long whatever is wrong with it. */
    public static boolean isRight(String given, String secret, String timestamp, String path, String body) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8),
                of(secret, timestamp, path, body).getBytes(StandardCharsets.UTF_8));
    }
}
