package org.yinhang.audience.web;

import java.time.LocalDate;
import java.util.Optional;
import org.yinhang.audience.DrawnLists.Draw;

/**
 * What is to be drawn, and how.
 *
 * @param way sample, look_alike or day
 * @param predicate whom to draw from; empty is everybody
 * @param size how many
 * @param stratum a tag, by its identifier, or as the list of fields writes it; empty for none
 * @param day of a list of an earlier day
 */
public record DrawWish(String way, String predicate, int size, String stratum, long seed, LocalDate day) {

    String text() {
        return predicate.isBlank() ? "true" : predicate;
    }

    Optional<String> tag() {
        String wanted = stratum.strip();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(wanted.substring(wanted.lastIndexOf(' ') + 1));
    }

    Draw draw() {
        return new Draw(size, tag(), seed);
    }
}
