package org.yinhang.demobank.rows;

import org.jspecify.annotations.Nullable;
import org.yinhang.demobank.world.Day;
import org.yinhang.lake.TableWriter;

/** Rows of contacts, {@code trials} and {@code events}. */
public final class MarketingRows {

    private static final String[] WEEKDAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

    private final BankRows rows;

    MarketingRows(BankRows rows) {
        this.rows = rows;
    }

    /** A contact and what came of it the same day. */
    public void contact(int customer, Day day, int second, long id, ContactFacts facts) {
        TableWriter row = rows.writer("contacts")
                .row(customer, day.at(second), day.recordedAt(), id)
                .text(facts.campaign())
                .text(facts.product())
                .text(facts.channel())
                .text(facts.staff().isEmpty() ? null : facts.staff())
                .integer(day.month())
                .text(WEEKDAYS[day.weekday() - 1])
                .integer(second / 3_600)
                .integer(facts.attempt());
        row = facts.daysSincePrevious() < 0 ? row.absent() : row.integer(facts.daysSincePrevious());
        row.integer(facts.previousContacts()).text(facts.previousOutcome()).flag(facts.randomised());
        row = facts.randomised() ? row.number(facts.propensity()) : row.absent();
        row = facts.duration() < 0 ? row.absent() : row.integer(facts.duration());
        row.flag(facts.reached())
                .text(facts.outcome())
                .instant(day.at(facts.outcomeSecond()))
                .rate(facts.rate())
                .end();
    }

    /** A random assignment: to be contacted by a channel, or, where the channel is null, to be left alone. */
    public void trial(
            int customer,
            Day day,
            long id,
            String campaign,
            String product,
            @Nullable String channel,
            double propensity) {
        rows.writer("trials")
                .row(customer, day.at(27_000), day.recordedAt(), id)
                .text(campaign)
                .text(product)
                .text(channel == null ? "control" : "contact")
                .text(channel)
                .number(propensity)
                .end();
    }

    /** Something done in an app or on a page. */
    public void event(
            int customer,
            Day day,
            int second,
            long id,
            long session,
            String name,
            @Nullable String page,
            @Nullable String product,
            String channel,
            @Nullable Source source) {
        rows.writer("events")
                .row(customer, day.at(second), day.recordedAt(), id)
                .key(session)
                .text(name)
                .text(page)
                .text(product)
                .text(channel)
                .text(source == null ? null : source.source())
                .text(source == null ? null : source.medium())
                .text(source == null ? null : source.campaign())
                .end();
    }

    /**
     * Where a session came from (UTM).
     *
     * @param source such as sms or wechat
     * @param medium such as message or ad
     * @param campaign campaign code
     */
    public record Source(String source, String medium, String campaign) {}
}
