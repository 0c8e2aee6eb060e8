package org.yinhang.demobank.rows;

import org.jspecify.annotations.Nullable;
import org.yinhang.demobank.world.Day;

/** Rows of {@code consents} and {@code complaints}. */
public final class ConsentRows {

    private final BankRows rows;

    ConsentRows(BankRows rows) {
        this.rows = rows;
    }

    /** A consent given or withdrawn; the channel is null where the purpose has none. */
    public void consent(
            int customer,
            Day day,
            int second,
            long id,
            String purpose,
            @Nullable String channel,
            boolean granted,
            String evidence) {
        rows.writer("consents")
                .row(customer, day.at(second), day.recordedAt(), id)
                .text(purpose)
                .text(channel)
                .text("partner_sharing".equals(purpose) ? "partners" : "bank")
                .flag(granted)
                .text("v1")
                .text(evidence)
                .end();
    }

    /** A complaint is opened or resolved. */
    public void complaint(
            int customer, Day day, int second, long id, long complaint, String stage, String subject, String severity) {
        rows.writer("complaints")
                .row(customer, day.at(second), day.recordedAt(), id)
                .key(complaint)
                .text(stage)
                .text(subject)
                .text(severity)
                .end();
    }
}
