package org.yinhang.shared;

/** Personal data as it shows on a page nobody gave a reason for: enough to recognise, too little to use. */
public final class Masking {

    private Masking() {}

    /** {@code 张三丰} becomes {@code 张**}; a name in other letters keeps its first letter. */
    public static String name(String name) {
        int points = name.codePointCount(0, name.length());
        if (points == 0) {
            return "";
        }
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(Math.clamp(points - 1L, 1, 2));
    }

    /** {@code 13812345678} becomes {@code 138****5678}. */
    public static String phone(String phone) {
        return middle(phone, 3, 4);
    }

    /** {@code 330106199001011234} becomes {@code 3301**********1234}. */
    public static String idNumber(String number) {
        return middle(number, 4, 4);
    }

    /** {@code 6222021234567890123} becomes {@code 6222***********0123}. */
    public static String accountNumber(String number) {
        return middle(number, 4, 4);
    }

    /** The first six characters of an address, which name province and city. */
    public static String address(String address) {
        return address.length() <= 6 ? "*".repeat(address.length()) : address.substring(0, 6) + "****";
    }

    private static String middle(String text, int head, int tail) {
        if (text.length() <= head + tail) {
            return "*".repeat(text.length());
        }
        return text.substring(0, head) + "*".repeat(text.length() - head - tail) + text.substring(text.length() - tail);
    }
}
