package org.yinhang.reach.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.reach.Channels;
import org.yinhang.reach.ReceiptEvent;
import org.yinhang.reach.Receipts;
import org.yinhang.reach.gateway.Signature;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.web.AllowedTo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where gateways report what became of messages. No user signs in: each call is signed with the key of its channel over
 * instant, path and body, and an old call is refused.
 */
@RestController
@AllowedTo(strangers = true)
class ReceiptsApi {

    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final Receipts receipts;
    private final Channels channels;
    private final BusinessClock clock;
    private final JsonMapper json;

    ReceiptsApi(Receipts receipts, Channels channels, BusinessClock clock, JsonMapper json) {
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
    record Taken(int taken, int repeated) {}

    @PostMapping("/api/v1/receipts/{channel}")
    Taken take(
            @PathVariable String channel,
            @RequestHeader(name = "X-Signature", defaultValue = "") String signature,
            @RequestHeader(name = "X-Timestamp", defaultValue = "") String timestamp,
            @RequestBody(required = false) @Nullable String body,
            HttpServletRequest request) {
        String sent = body == null ? "" : body;
        Optional<String> secret = channels.secret(channel);
        boolean isOurs = secret.isPresent()
                && isFresh(timestamp)
                && Signature.isRight(signature, secret.get(), timestamp, request.getRequestURI(), sent);
        if (!isOurs) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        int taken = 0;
        int repeated = 0;
        List<Fault> faults = new ArrayList<>();
        for (Report report : read(sent)) {
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
        Optional<Instant> at = Optional.ofNullable(report.at()).flatMap(ReceiptsApi::instant);
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
