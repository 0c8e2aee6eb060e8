package org.yinhang.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for five minutes that a password was right, so that a program that sends it with every call does not pay the
 * slow hash a thousand times a second. What is remembered is a keyed digest of password and stored hash, under a key this
 * process alone has: a changed password is another stored hash, so it is asked anew; a wrong one is never remembered and
 * always pays. Whether the account is locked or closed is looked up elsewhere, every time.
 */
final class RememberingPasswordEncoder extends AbstractValidatingPasswordEncoder {

    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final PasswordEncoder slow;
    private final SecretKeySpec key;
    private final Map<String, Long> right = new ConcurrentHashMap<>();

    RememberingPasswordEncoder(PasswordEncoder slow) {
        this.slow = slow;
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    @Override
    protected String encodeNonNullPassword(String password) {
        String encoded = slow.encode(password);
        if (encoded == null) {
            throw new IllegalStateException("no hash of a password");
        }
        return encoded;
    }

    @Override
    protected boolean matchesNonNull(String password, String stored) {
        String digest = digest(password, stored);
        Long since = right.get(digest);
        if (since != null && System.nanoTime() - since < KEPT_NANOS) {
            return true;
        }
        if (!slow.matches(password, stored)) {
            return false;
        }
        if (right.size() >= MOST) {
            right.clear();
        }
        right.put(digest, System.nanoTime());
        return true;
    }

    @Override
    protected boolean upgradeEncodingNonNull(String stored) {
        return slow.upgradeEncoding(stored);
    }

    private String digest(String password, String stored) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(stored.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
