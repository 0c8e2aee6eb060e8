package org.yinhang.core.predicate.sql;

import java.util.List;

/** Small pieces of SQL text. */
final class Sqls {

    private Sqls() {}

    static String list(List<String> parts) {
        return "(" + String.join(", ", parts) + ")";
    }
}
