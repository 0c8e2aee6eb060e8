package org.yinhang.reach.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.reach.ReceiptEvent;

/** What gateways reported, each report once. */
@Repository
public class ReceiptRepository {

    private final JdbcClient jdbc;

    ReceiptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whom a report is about.
     *
     * @param touch number of the touch
     * @param customer customer number
     */
    public record About(long touch, int customer) {}

    /** The touch of a channel that has had at least one attempt; held until the transaction ends. */
    public Optional<About> about(String channel, long touch) {
        return jdbc.sql("""
                SELECT t.id, t.customer FROM touch t JOIN dispatch d ON d.id = t.dispatch
                WHERE t.id = ? AND d.channel = ? AND t.attempts > 0 FOR UPDATE OF t""")
                .params(touch, channel)
                .query((row, _) -> new About(row.getLong("id"), row.getInt("customer")))
                .optional();
    }

    /** Keeps a report; false where it is there already. */
    public boolean add(String channel, String receipt, long touch, ReceiptEvent event, Instant at, Instant now) {
        return jdbc.sql("""
                INSERT INTO reach_receipt (channel, receipt, touch, event, at, received_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                        .params(
                                channel,
                                receipt,
                                touch,
                                event.key(),
                                at.atOffset(ZoneOffset.UTC),
                                now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** A report proves that the gateway has the message, whatever was believed; the most telling event stays. */
    public void apply(long touch, ReceiptEvent event, Instant at, Instant now) {
        jdbc.sql("""
                UPDATE touch SET state = 'sent', node = NULL, reasons = NULL, settled_at = coalesce(settled_at, ?)
                WHERE id = ? AND state <> 'sent'""").params(now.atOffset(ZoneOffset.UTC), touch).update();
        if (event == ReceiptEvent.ACCEPTED) {
            return;
        }
        jdbc.sql("""
                UPDATE touch SET outcome = :event, outcome_at = :at
                WHERE id = :touch AND (outcome IS NULL OR array_position(:order::text[], outcome)
                                                          < array_position(:order::text[], :event))""")
                .param("event", event.key())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("touch", touch)
                .param("order", new String[] {"undelivered", "delivered", "opened", "answered", "refused"})
                .update();
    }
}
