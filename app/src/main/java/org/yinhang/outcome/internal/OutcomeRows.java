package org.yinhang.outcome.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.TableWriter;

/** Writes what was done as canonical rows; customers come in ascending order. */
final class OutcomeRows {

    static final String CONTACTS = "contacts";
    static final String TRIALS = "trials";
    static final String REDEMPTIONS = "redemptions";

    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final TableWriter writer;
    private final ZoneId zone;

    OutcomeRows(TableWriter writer, ZoneId zone) {
        this.writer = writer;
        this.zone = zone;
    }

    /** A writer of a table in a change of the lake. */
    static TableWriter writer(LakeCommit commit, String table) {
        return commit.writer(table);
    }

    /**
     * Writes a contact. What earlier campaigns of other systems did with the customer is not told here and left empty:
     * tags read it from their rows.
     */
    void add(MadeContact contact) {
        ContactAnswer answer = contact.answer();
        Instant known = answer.at().filter(at -> at.isAfter(contact.at())).orElse(contact.at());
        ZonedDateTime local = contact.at().atZone(zone);
        row(contact.customer(), contact.at(), known, contact.touch())
                .text(contact.campaign())
                .text(contact.product().orElse(null))
                .text(contact.channel())
                .text(contact.staff().orElse(null))
                .integer(local.getMonthValue())
                .text(WEEKDAYS.get(local.getDayOfWeek().getValue() - 1))
                .integer(local.getHour())
                .integer(contact.attempt())
                .absent()
                .absent()
                .absent()
                .flag(false)
                .absent()
                .absent();
        answer.reached().ifPresentOrElse(writer::flag, writer::absent);
        writer.text(answer.outcome());
        answer.at().ifPresentOrElse(at -> writer.instant(micros(at)), writer::absent);
        contact.ratePpm().ifPresentOrElse(writer::rate, writer::absent);
        writer.end();
    }

    /** Writes an assignment. */
    void add(MadeTrial trial) {
        row(trial.customer(), trial.at(), trial.at(), trial.number())
                .text(trial.experiment())
                .text(trial.product().orElse(null))
                .text(trial.isControl() ? "control" : "contact")
                .text(trial.isControl() ? null : trial.channel().orElse(null));
        trial.probability().ifPresentOrElse(writer::number, writer::absent);
        writer.end();
    }

    /** Writes a benefit that was redeemed. */
    void add(MadeRedemption redemption) {
        row(redemption.customer(), redemption.at(), redemption.at(), redemption.grant())
                .text(redemption.campaign())
                .text(redemption.product().orElse(null))
                .text(redemption.channel())
                .text(redemption.benefit())
                .money(redemption.costFen())
                .key(redemption.touch())
                .end();
    }

    private TableWriter row(int customer, Instant occurred, Instant recorded, long id) {
        return writer.row(customer, micros(occurred), micros(recorded), id);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
