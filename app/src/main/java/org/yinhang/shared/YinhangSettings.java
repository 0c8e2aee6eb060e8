package org.yinhang.shared;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may set.
 *
 * @param dataFolder where files are kept: lake, exports, logs
 * @param keysFolder where the encryption keys lie; never inside the database or its backup
 * @param demo whether everything in it is simulated, which every page then says
 * @param playedDays days between the end of a demo bank's history and today that are played with sample campaigns; 0 for none
 * @param worker whether this process runs jobs instead of serving pages
 * @param zone the zone the business day is reckoned in
 * @param outcomesEvery how often it is looked whether the platform did something that the lake does not know; 0 for never, so that
 *     it comes back in the morning alone
 * @param font a font file with Chinese characters for PDF files; empty for the first usual one that is installed
 * @param cipher the algorithms personal data is encrypted and indexed with
 */
@ConfigurationProperties("yinhang")
public record YinhangSettings(
        @DefaultValue("data") Path dataFolder,
        @DefaultValue("data/keys") Path keysFolder,
        @DefaultValue("false") boolean demo,
        @DefaultValue("40") int playedDays,
        @DefaultValue("false") boolean worker,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("3m") Duration outcomesEvery,
        Optional<Path> font,
        @DefaultValue("aes") CipherSuite cipher) {

    /** International algorithms or the Chinese commercial ones (Cryptography Law, article 27). */
    public enum CipherSuite {
        /** AES-256-GCM and HMAC-SHA-256. */
        AES,
        /** SM4-GCM and HMAC-SM3. */
        SM
    }
}
