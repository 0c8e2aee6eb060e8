package org.yinhang.reach;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.Statement;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.reach.internal.QueuedTouch;
import org.yinhang.reach.internal.ReceiptRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/**
 * What gateways report of messages, in any order and any number of times. A report settles what was unknown; who wants
 * no more messages has taken their consent to the channel back.
 */
@Service
public class Receipts {

    private final ReceiptRepository receipts;
    private final ConsentLedger consents;
    private final BusinessClock clock;

    Receipts(ReceiptRepository receipts, ConsentLedger consents, BusinessClock clock) {
        this.receipts = receipts;
        this.consents = consents;
        this.clock = clock;
    }

    /** A gateway as whoever recorded a withdrawal. */
    private record Reporter(String userName) implements Viewer {

        @Override
        public long userId() {
            return 0;
        }

        @Override
        public String displayName() {
            return userName;
        }

        @Override
        public Set<Role> roles() {
            return Set.of();
        }

        @Override
        public String branchPath() {
            return "";
        }
    }

    /**
     * Takes a report.
     *
     * @param channel the channel it came through
     * @param receipt names the report: one that was seen before changes nothing
     * @param key as the message was handed over
     * @param event what happened
     * @param at when, by the gateway's clock
     * @return whether it was new
     * @throws FaultException {@code RCH-2001} when no message of this channel left under the key
     */
    @Transactional
    public boolean record(String channel, String receipt, String key, ReceiptEvent event, Instant at) {
        Optional<ReceiptRepository.About> about =
                QueuedTouch.ofGatewayKey(key).flatMap(touch -> receipts.about(channel, touch));
        if (about.isEmpty()) {
            throw new FaultException(Fault.of(
                    "RCH-2001",
                    "No message of this channel left under this key.",
                    channel,
                    "Report the key the message came with, at the address of its channel."));
        }
        Instant now = clock.realInstant();
        long touch = about.get().touch();
        if (!receipts.add(channel, receipt, touch, event, at, now)) {
            return false;
        }
        receipts.apply(touch, event, at, now);
        if (event == ReceiptEvent.REFUSED) {
            consents.record(
                    new Statement(
                            about.get().customer(),
                            ConsentScope.of(ConsentScope.MARKETING, channel),
                            false,
                            "",
                            "receipt " + receipt),
                    new Reporter("gateway-" + channel));
        }
        return true;
    }
}
