package org.yinhang.decision.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One part of a price, a limit or a cost as the ledger keeps it.
 *
 * @param name in the viewer's language
 * @param amount in millionths a year for a price, in fen for a limit or a cost
 */
public record BuildUpPart(String name, long amount) {

    /** Reads {@code name=amount} separated by semicolons; nothing for nothing. */
    static List<BuildUpPart> read(@Nullable String text, UnaryOperator<String> names) {
        List<BuildUpPart> parts = new ArrayList<>();
        if (text == null || text.isEmpty()) {
            return parts;
        }
        for (String part : text.split(";")) {
            int equals = part.lastIndexOf('=');
            parts.add(new BuildUpPart(
                    names.apply(part.substring(0, equals)), Long.parseLong(part.substring(equals + 1))));
        }
        return parts;
    }
}
