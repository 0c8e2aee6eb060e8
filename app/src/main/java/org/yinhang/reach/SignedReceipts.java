package org.yinhang.reach;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.reach.gateway.Signature;
import org.yinhang.reach.internal.QueuedTouch;
import org.yinhang.shared.BusinessClock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The entrance for what gateways report: each call is signed with the key of its channel over instant, path and body, and
 * an old call is refused.
 */
@Service
public class SignedReceipts {

    /** Where gateways report, before the channel. */
    public static final String PATH = "/api/v1/receipts/";

    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final Receipts receipts;
    private final Channels channels;
    private final BusinessClock clock;
    private final JsonMapper json;

    SignedReceipts(Receipts receipts, Channels channels, BusinessClock clock, JsonMapper json) {
        this.receipts = receipts;
        this.channels = channels;
        this.clock = clock;
        this.json = json;
    }

    /**
     * One report.
     *
     * @param receipt names it: sent again, it counts once
     * @param key of the message
     * @param event what happened
     * @param at when, as ISO 8601 with zone
     */
    record Report(
            @Nullable String receipt,
            @Nullable String key,
            @Nullable String event,
            @Nullable String at) {}

    /** What was made of reports: how many were new, how many known already. */
    public record Taken(int taken, int repeated) {}

    /** The key under which a gateway knows a touch. */
    public static String keyOf(long touch) {
        return QueuedTouch.gatewayKey(touch);
    }

    /**
     * Takes one report, or a list of them.
     *
     * @param timestamp seconds since 1970, as it was signed
     * @param path as it was signed
     * @return empty where the signature is not the channel's, or too old
     * @throws FaultException with everything wrong in the reports; those that are right were taken
     */
    public Optional<Taken> take(String channel, String signature, String timestamp, String path, String body) {
        Optional<String> secret = channels.secret(channel);
        boolean isOurs = secret.isPresent()
                && isFresh(timestamp)
                && Signature.isRight(signature, secret.get(), timestamp, path, body);
        return isOurs ? Optional.of(take(channel, body)) : Optional.empty();
    }

    private Taken take(String channel, String body) {
        int taken = 0;
        int repeated = 0;
        List<Fault> faults = new ArrayList<>();
        for (Report report : read(body)) {
            try {
                if (record(channel, report)) {
                    taken++;
                } else {
                    repeated++;
                }
            } catch (FaultException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return new Taken(taken, repeated);
    }

    private boolean isFresh(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(at, clock.realInstant()).abs().compareTo(OLDEST) <= 0;
    }

    private Report[] read(String body) {
        try {
            return json.readValue(body.stripLeading().startsWith("[") ? body : "[" + body + "]", Report[].class);
        } catch (JacksonException e) {
            throw new FaultException(
                    Fault.of("RCH-2002", "The report cannot be read.", "", "Send one JSON object, or a list of them."));
        }
    }

    private boolean record(String channel, Report report) {
        Optional<ReceiptEvent> event = Optional.ofNullable(report.event()).flatMap(ReceiptEvent::of);
        Optional<Instant> at = Optional.ofNullable(report.at()).flatMap(SignedReceipts::instant);
        String receipt = report.receipt();
        String key = report.key();
        if (receipt == null || receipt.isBlank() || key == null || event.isEmpty() || at.isEmpty()) {
            throw new FaultException(
                    Fault.of(
                            "RCH-2003",
                            "A report lacks its receipt, key, event or time.",
                            receipt == null ? "" : receipt,
                            "Events are accepted, undelivered, delivered, opened, answered, refused; times like 2026-11-21T08:00:00Z."));
        }
        return receipts.record(channel, receipt, key, event.get(), at.get());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
