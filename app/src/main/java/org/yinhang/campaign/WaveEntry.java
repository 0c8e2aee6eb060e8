package org.yinhang.campaign;

import java.util.Locale;

/** Who of the wave before comes into a wave. */
public enum WaveEntry {
    /** Everybody of the audience: the first wave. */
    AUDIENCE,
    /** Who was sent something and neither opened nor answered it. */
    SILENT,
    /** Who opened it and did not answer. */
    OPENED,
    /** Who answered. */
    ANSWERED;

    /** Whether customers may still come in after the day of the wave: those who open or answer late. */
    public boolean isOpenEnded() {
        return this == OPENED || this == ANSWERED;
    }

    /** Its name in documents. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "campaign.entry." + key();
    }
}
