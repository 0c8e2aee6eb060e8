package org.yinhang.decision.outreach;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.yaml.Readings;
import org.yinhang.lake.yaml.YamlNode;

/**
 * What one day's contacts may draw on, for every 1,000 customers.
 *
 * @param version counts up; the ledger keeps it
 * @param budget for touches
 * @param minutes of people's time, of all together
 * @param people minutes a day of each person for these contacts, by role of the list of staff; not for every 1,000
 * @param expectedLoss of the loans the contacts are expected to bring
 * @param messages by channel, where a channel has a capacity of its own
 * @param least shares of all contacts some customers get
 * @param slots parts of the day, in their order
 * @param bestHour expression for the hour at which a customer is best approached, as a text
 * @param usualSlot code of the slot where that is not known
 */
public record OutreachTerms(
        int version,
        Money budget,
        double minutes,
        Map<String, Double> people,
        Money expectedLoss,
        Map<String, Double> messages,
        List<Share> least,
        List<Slot> slots,
        String bestHour,
        String usualSlot) {

    public OutreachTerms {
        people = Map.copyOf(people);
        messages = Collections.unmodifiableMap(new LinkedHashMap<>(messages));
        least = List.copyOf(least);
        slots = List.copyOf(slots);
    }

    /** The least part of all contacts that goes to the customers of a condition. */
    public record Share(String code, String zh, String en, String when, double part) {}

    /** A part of the day, from an hour until before another. */
    public record Slot(String code, String zh, String en, int from, int until) {}

    /** The terms Yinhang ships. */
    public static OutreachTerms bundled() {
        try (InputStream in = Objects.requireNonNull(
                OutreachTerms.class.getResourceAsStream("/org/yinhang/decision/outreach.yaml"), "outreach.yaml")) {
            return read(YamlNode.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "outreach.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads terms. */
    public static OutreachTerms read(YamlNode node) {
        node.only(
                "version",
                "budget",
                "minutes",
                "people",
                "expected_loss",
                "channels",
                "least",
                "slots",
                "best_hour",
                "usual_slot");
        Map<String, Double> messages = new LinkedHashMap<>();
        node.get("channels")
                .entries()
                .forEach((code, one) -> messages.put(code, one.decimal().doubleValue()));
        Map<String, Double> people = new LinkedHashMap<>();
        node.find("people").ifPresent(all -> all.entries()
                .forEach((role, one) -> people.put(role, one.decimal().doubleValue())));
        List<Share> least = new ArrayList<>();
        node.find("least").ifPresent(all -> all.entries().forEach((code, one) -> {
            one.only("zh", "en", "when", "share");
            least.add(new Share(
                    code,
                    one.get("zh").text(),
                    one.get("en").text(),
                    one.get("when").text(),
                    Readings.share(one.get("share")).value()));
        }));
        List<Slot> slots = new ArrayList<>();
        node.get("slots").entries().forEach((code, one) -> {
            one.only("zh", "en", "from", "until");
            slots.add(new Slot(
                    code,
                    one.get("zh").text(),
                    one.get("en").text(),
                    one.get("from").whole(0, 23),
                    one.get("until").whole(1, 24)));
        });
        String usual = node.get("usual_slot").text();
        if (slots.stream().noneMatch(slot -> slot.code().equals(usual))) {
            throw node.get("usual_slot").wrong("There is no slot '%s'.".formatted(usual), "Name one of the slots.");
        }
        return new OutreachTerms(
                node.get("version").whole(1, Integer.MAX_VALUE),
                Readings.money(node.get("budget")),
                node.get("minutes").decimal().doubleValue(),
                people,
                Readings.money(node.get("expected_loss")),
                messages,
                least,
                slots,
                node.get("best_hour").text(),
                usual);
    }
}
