package org.yinhang.compliance.lint;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A text without its disguises, and where each of its characters stood: full width, circled, traditional or foreign look-alikes become plain. */
final class PlainText {

    /** Traditional characters and look-alikes of the words a list may hold. */
    private static final Map<String, String> PLAIN = lookAlikes();

    private final String plain;
    private final int[] from;
    private final int[] until;

    private PlainText(String plain, int[] from, int[] until) {
        this.plain = plain;
        this.from = from;
        this.until = until;
    }

    /** With every sign kept. */
    static PlainText of(String text) {
        return read(text, false);
    }

    /** Letters and digits only: spaces and signs put between the letters of a word do not hide it. */
    static PlainText letters(String text) {
        return read(text, true);
    }

    String plain() {
        return plain;
    }

    /** Where a plain character stood in the text as written. */
    int from(int place) {
        return from[place];
    }

    /** The place after the one where a plain character stood. */
    int until(int place) {
        return until[place];
    }

    private static PlainText read(String text, boolean lettersOnly) {
        StringBuilder plain = new StringBuilder(text.length());
        int[] from = new int[text.length() * 4 + 8];
        int[] until = new int[from.length];
        int place = 0;
        while (place < text.length()) {
            int point = text.codePointAt(place);
            int next = place + Character.charCount(point);
            String folded = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            folded = PLAIN.getOrDefault(folded, folded);
            for (int i = 0; i < folded.length(); i++) {
                char c = folded.charAt(i);
                boolean isHidden = Character.getType(c) == Character.FORMAT;
                boolean isKept = lettersOnly ? Character.isLetterOrDigit(c) || Character.isSurrogate(c) : !isHidden;
                if (isKept) {
                    if (plain.length() == from.length) {
                        from = Arrays.copyOf(from, from.length * 2);
                        until = Arrays.copyOf(until, until.length * 2);
                    }
                    from[plain.length()] = place;
                    until[plain.length()] = next;
                    plain.append(c);
                }
            }
            place = next;
        }
        return new PlainText(plain.toString(), from, until);
    }

    private static Map<String, String> lookAlikes() {
        String traditional = "門檻賬帳無貸戶過徵徴視審輕鬆費穩賺內復國級網於場業銀點錢儲證壓擔審續務險獎";
        String simplified = "门槛账账无贷户过征征视审轻松费稳赚内复国级网于场业银点钱储证压担审续务险奖";
        String foreign = "аеорсхутіοαѕԁ〇○零";
        String latin = "aeopcxytioasd000";
        Map<String, String> map = new HashMap<>();
        put(map, traditional, simplified);
        put(map, foreign, latin);
        return Map.copyOf(map);
    }

    private static void put(Map<String, String> map, String odd, String usual) {
        int[] left = odd.codePoints().toArray();
        int[] right = usual.codePoints().toArray();
        if (left.length != right.length) {
            throw new IllegalStateException("look-alikes: %d (expected: %d)".formatted(left.length, right.length));
        }
        for (int i = 0; i < left.length; i++) {
            map.put(Character.toString(left[i]), Character.toString(right[i]));
        }
    }
}
