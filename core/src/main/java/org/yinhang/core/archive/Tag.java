package org.yinhang.core.archive;

import java.util.Arrays;

/** What kind of value comes next. */
enum Tag {
    NOTHING(0),
    TRUE(1),
    FALSE(2),
    INT(3),
    LONG(4),
    FLOAT(5),
    DOUBLE(6),
    WORD(7),
    CHOICE(8),
    RECORD(9),
    LIST(10),
    MAP(11),
    INTS(12),
    FLOATS(13),
    DOUBLES(14),
    BOOLEANS(15),
    FLOAT_ROWS(16),
    PRESENT(17),
    ABSENT(18);

    private static final Tag[] ALL = values();

    private final int code;

    Tag(int code) {
        this.code = code;
    }

    /** Its byte in a file. */
    int code() {
        return code;
    }

    static Tag of(int code) {
        return Arrays.stream(ALL)
                .filter(tag -> tag.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a value of unknown kind " + code));
    }
}
