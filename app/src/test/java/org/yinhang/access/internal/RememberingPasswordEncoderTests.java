package org.yinhang.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The slow hash is paid once for a right password, and every time for a wrong one. */
class RememberingPasswordEncoderTests {

    private final AtomicInteger asked = new AtomicInteger();
    private final PasswordEncoder argon = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    private final PasswordEncoder encoder = new RememberingPasswordEncoder(new PasswordEncoder() {
        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return argon.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
            asked.incrementAndGet();
            return argon.matches(password, stored);
        }
    });

    @Test
    void aRightPasswordIsAskedOnce() {
        String stored = encoder.encode("a long password");
        for (int i = 0; i < 5; i++) {
            assertThat(encoder.matches("a long password", stored)).isTrue();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aWrongPasswordIsNeverRemembered() {
        String stored = encoder.encode("a long password");
        assertThat(encoder.matches("a long password", stored)).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(encoder.matches("another password", stored)).isFalse();
        }
        assertThat(asked).hasValue(4);
    }

    @Test
    void aChangedPasswordIsForgottenAtOnce() {
        String before = encoder.encode("a long password");
        assertThat(encoder.matches("a long password", before)).isTrue();
        assertThat(encoder.matches("a long password", encoder.encode("a newer password")))
                .isFalse();
    }
}
