package org.yinhang.decision;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that name what a decision was made from. */
final class Fingerprints {

    private Fingerprints() {}

    /** SHA-256 in hexadecimal. */
    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    /** A repeatable 63-bit record number for a text. */
    static long number(String text) {
        return ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8))).getLong() & Long.MAX_VALUE;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
