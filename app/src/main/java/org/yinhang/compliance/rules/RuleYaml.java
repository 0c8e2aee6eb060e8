package org.yinhang.compliance.rules;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.yaml.YamlNode;

/** Days and hours as rule files write them. */
final class RuleYaml {

    private static final String NONE = "none";

    private RuleYaml() {}

    static LocalDate day(YamlNode node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.wrong("'%s' is not a date.".formatted(node.text()), "Write it as 2026-11-21.");
        }
    }

    /** {@code 09:00-20:00}, or the word for never. */
    static Optional<OpenHours.Window> window(YamlNode node) {
        if (node.text().equals(NONE)) {
            return Optional.empty();
        }
        String[] ends = node.text().split("-", -1);
        if (ends.length == 2) {
            try {
                LocalTime from = LocalTime.parse(ends[0].strip());
                LocalTime until = LocalTime.parse(ends[1].strip());
                if (from.isBefore(until)) {
                    return Optional.of(new OpenHours.Window(from, until));
                }
            } catch (DateTimeParseException e) {
                throw hours(node);
            }
        }
        throw hours(node);
    }

    private static FaultException hours(YamlNode node) {
        return node.wrong("'%s' are no hours of a day.".formatted(node.text()), "Write them as 09:00-20:00, or none.");
    }
}
