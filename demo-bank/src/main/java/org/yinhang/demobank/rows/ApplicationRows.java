package org.yinhang.demobank.rows;

import org.jspecify.annotations.Nullable;
import org.yinhang.demobank.world.Day;
import org.yinhang.lake.TableWriter;

/** Rows of {@code applications} and {@code bureau}. */
public final class ApplicationRows {

    private final BankRows rows;

    ApplicationRows(BankRows rows) {
        this.rows = rows;
    }

    /** An application reaches a stage; {@code contact} is 0 and {@code campaign} null when it came of its own accord. */
    public void stage(
            int customer,
            Day day,
            int second,
            long id,
            long application,
            String stage,
            String product,
            String channel,
            long amount,
            int rate,
            @Nullable String rejectReason,
            long contact,
            @Nullable String campaign) {
        TableWriter row = rows.writer("applications")
                .row(customer, day.at(second), day.recordedAt(), id)
                .key(application)
                .text(stage)
                .text(product)
                .text(channel)
                .money(amount)
                .rate(rate)
                .text(rejectReason);
        (contact == 0 ? row.absent() : row.key(contact)).text(campaign).end();
    }

    /** A bureau summary fetched under an authorisation. */
    public void bureau(int customer, Day day, int second, long id, long authorisation, BureauFacts facts) {
        rows.writer("bureau")
                .row(customer, day.at(second), day.recordedAt(), id)
                .key(authorisation)
                .integer(facts.inquiries())
                .integer(facts.overdue())
                .integer(facts.worstMonths())
                .integer(facts.lenders())
                .money(facts.totalDebt())
                .money(facts.monthlyPayment())
                .integer(facts.score())
                .end();
    }
}
