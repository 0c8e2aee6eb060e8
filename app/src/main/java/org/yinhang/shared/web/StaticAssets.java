package org.yinhang.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Our own scripts and styles under an address that carries the hash of them all, so browsers may keep them for a year
 * and still see a new release at once; modules that import one another by relative address stay together.
 */
@Component
class StaticAssets {

    private static final int VERSION_BYTES = 6;

    private final String version = hash();

    /** The address prefix without a closing slash, such as {@code /assets/1a2b3c4d5e6f}. */
    String path() {
        return "/assets/" + version;
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:/static/*/*.*");
            Arrays.sort(files, Comparator.comparing(StaticAssets::name));
            for (Resource file : files) {
                try (InputStream content = file.getInputStream()) {
                    digest.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename());
    }
}
