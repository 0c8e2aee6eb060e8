package org.yinhang.benefit;

import java.security.SecureRandom;
import java.util.Locale;

/** What customers show: ten letters and digits that are not taken for each other, in two groups. */
final class Tokens {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** A new one. Nobody guesses it: there are 8 × 10¹⁴. */
    static String fresh() {
        StringBuilder token = new StringBuilder();
        for (int place = 0; place < 2 * GROUP; place++) {
            if (place == GROUP) {
                token.append('-');
            }
            token.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return token.toString();
    }

    /** The token somebody typed, however they spaced it. */
    static String read(String typed) {
        String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return letters.length() == 2 * GROUP ? letters.substring(0, GROUP) + "-" + letters.substring(GROUP) : letters;
    }
}
