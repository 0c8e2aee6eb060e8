package org.yinhang.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Draws lots by a hash of salt and customer number, so that nobody chooses and asking again gives the same answer. Lots with
 * different salts know nothing of each other.
 */
public final class Lot {

    /** In how many parts customers are divided. */
    public static final int PARTS = 10_000;

    private static final int PARTS_A_PERCENT = PARTS / 100;

    private Lot() {}

    /** A place from 0 to 9,999, evenly spread over customers. */
    public static int place(String salt, int customer) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((salt + ":" + customer).getBytes(StandardCharsets.UTF_8));
            return (int) Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), PARTS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a customer is among so many of a hundred; who is among few is among more as well. */
    public static boolean isAmong(int percent, String salt, int customer) {
        return place(salt, customer) < percent * PARTS_A_PERCENT;
    }
}
