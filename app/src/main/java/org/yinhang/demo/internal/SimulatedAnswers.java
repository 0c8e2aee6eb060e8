package org.yinhang.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinhang.access.DataScope;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.contact.Outcome;
import org.yinhang.reach.Channels;
import org.yinhang.reach.ContactTask;
import org.yinhang.reach.ContactTasks;
import org.yinhang.reach.ReceiptEvent;
import org.yinhang.reach.SignedReceipts;
import org.yinhang.reach.gateway.Signature;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the answers of simulated customers back as real ones come: what gateways report as signed receipts, how calls
 * ended as the outcome a person enters. Whatever came back before changes nothing.
 */
@Component
class SimulatedAnswers {

    private static final int REPORTS = 500;

    private final SignedReceipts receipts;
    private final Channels channels;
    private final ContactTasks tasks;
    private final SimulatedRedemptions redemptions;
    private final BusinessClock clock;
    private final JsonMapper json;

    SimulatedAnswers(
            SignedReceipts receipts,
            Channels channels,
            ContactTasks tasks,
            SimulatedRedemptions redemptions,
            BusinessClock clock,
            JsonMapper json) {
        this.receipts = receipts;
        this.channels = channels;
        this.tasks = tasks;
        this.redemptions = redemptions;
        this.clock = clock;
        this.json = json;
    }

    /** Delivers the answers of a day, and what was promised is redeemed where it is earned by then. */
    void deliver(LocalDate day, List<PlayedContact> contacts, Progress progress) {
        Map<String, List<Map<String, String>>> reports = new TreeMap<>();
        List<PlayedContact> calls = new ArrayList<>();
        for (PlayedContact contact : contacts) {
            contact.answer().ifPresent(answer -> {
                if (contact.isTask()) {
                    calls.add(contact);
                } else {
                    reports.computeIfAbsent(contact.channel(), _ -> new ArrayList<>())
                            .addAll(reports(contact, answer));
                }
            });
        }
        long total =
                calls.size() + reports.values().stream().mapToLong(List::size).sum();
        long done = 0;
        for (Map.Entry<String, List<Map<String, String>>> channel : reports.entrySet()) {
            List<Map<String, String>> all = channel.getValue();
            for (int from = 0; from < all.size(); from += REPORTS) {
                List<Map<String, String>> part = all.subList(from, Math.min(all.size(), from + REPORTS));
                report(channel.getKey(), part);
                done += part.size();
                progress.report("客户应答 answers", done, total);
            }
        }
        close(calls, done, total, progress);
        redemptions.redeem(day, progress);
    }

    /** A message that was noticed was opened; who would rather not be written to says so. */
    private static List<Map<String, String>> reports(PlayedContact contact, PlayedContact.Answer answer) {
        List<Map<String, String>> reports = new ArrayList<>();
        if (answer.reached()) {
            reports.add(report(contact, answer, ReceiptEvent.OPENED));
        }
        switch (answer.outcome()) {
            case NONE -> {}
            case INTERESTED, ACCEPTED -> reports.add(report(contact, answer, ReceiptEvent.ANSWERED));
            case REFUSED -> reports.add(report(contact, answer, ReceiptEvent.REFUSED));
        }
        return reports;
    }

    private static Map<String, String> report(PlayedContact contact, PlayedContact.Answer answer, ReceiptEvent event) {
        Map<String, String> report = new LinkedHashMap<>();
        String key = SignedReceipts.keyOf(contact.touch());
        report.put("receipt", "simulated-" + key + "-" + event.key());
        report.put("key", key);
        report.put("event", event.key());
        report.put("at", answer.at().toString());
        return report;
    }

    private void report(String channel, List<Map<String, String>> reports) {
        String secret = channels.secret(channel)
                .orElseThrow(() -> new FaultException(Fault.of(
                        "DMO-1001",
                        "The simulated gateway has no key to sign its receipts with.",
                        channel,
                        "Give the channel a key, on its page, and play the day again.")));
        String body = json.writeValueAsString(reports);
        String timestamp = Long.toString(clock.realInstant().getEpochSecond());
        String path = SignedReceipts.PATH + channel;
        String signature = Signature.of(secret, timestamp, path, body);
        if (receipts.take(channel, signature, timestamp, path, body).isEmpty()) {
            throw new IllegalStateException(
                    "channel: %s (expected: receipts signed here are taken)".formatted(channel));
        }
    }

    private void close(List<PlayedContact> calls, long before, long total, Progress progress) {
        Set<Long> open = tasks.open(DataScope.wholeBank(), Integer.MAX_VALUE).stream()
                .map(ContactTask::touch)
                .collect(Collectors.toSet());
        Viewer manager = SimulatedStaff.anyOne();
        long done = before;
        calls.sort(Comparator.comparingLong(PlayedContact::touch));
        for (PlayedContact call : calls) {
            if (open.contains(call.touch())) {
                tasks.close(call.touch(), outcome(call.answer().orElseThrow()), DataScope.wholeBank(), manager);
            }
            progress.report("客户经理完成任务 tasks", ++done, total);
        }
    }

    private static String outcome(PlayedContact.Answer answer) {
        Outcome outcome = answer.outcome();
        return switch (outcome) {
            case ACCEPTED -> "appointment";
            case INTERESTED -> "reached";
            case REFUSED -> "refused";
            case NONE -> answer.reached() ? "reached" : "not-reached";
        };
    }
}
