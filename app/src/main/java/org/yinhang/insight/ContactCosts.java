package org.yinhang.insight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.yinhang.core.unit.Money;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.lake.attribution.AttributionReport;
import org.yinhang.lake.yaml.Readings;
import org.yinhang.lake.yaml.YamlNode;

/**
 * What touches cost, as contact plans reckon it.
 *
 * @param each of one touch, by channel
 */
public record ContactCosts(Map<String, Money> each) {

    public ContactCosts {
        each = Map.copyOf(each);
    }

    /** The costs by which plans are made, and of channels no plan uses those Yinhang ships. */
    public static ContactCosts bundled() {
        Map<String, Money> each = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(
                ContactCosts.class.getResourceAsStream("contact-costs.yaml"), "contact-costs.yaml")) {
            YamlNode.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "contact-costs.yaml")
                    .entries()
                    .forEach((channel, cost) -> each.put(channel, Readings.money(cost)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ValueTerms.bundled().channels().forEach(channel -> each.put(channel.code(), channel.cost()));
        return new ContactCosts(each);
    }

    /** The same with others in the place of some. */
    ContactCosts with(Map<String, Money> others) {
        Map<String, Money> all = new HashMap<>(each);
        all.putAll(others);
        return new ContactCosts(all);
    }

    /** What touches cost in yuan; those of channels without a known cost count nothing. */
    public double of(Map<String, Long> touches) {
        return touches.entrySet().stream()
                .mapToDouble(one -> each.getOrDefault(one.getKey(), Money.ZERO).fen() / 100.0 * one.getValue())
                .sum();
    }

    /** What a row's touches and the benefits redeemed of them cost in yuan. */
    public double of(AttributionReport.Row row) {
        return of(row.touches()) + row.benefits();
    }

    /** How many touches went through channels whose cost nobody knows. */
    public long unknown(Map<String, Long> touches) {
        return touches.entrySet().stream()
                .filter(one -> !each.containsKey(one.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
