package org.yinhang.opportunity;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of the settings opportunities are worked by.
 *
 * @param version counts up
 * @param yaml its text
 * @param validFrom its first day
 * @param note why it was written
 * @param savedBy user name of who wrote it
 * @param savedAt when
 */
public record SettingsVersion(
        int version, String yaml, LocalDate validFrom, String note, String savedBy, Instant savedAt) {}
