package org.yinhang.compliance.rules;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yinhang.lake.yaml.YamlNode;

/**
 * When each channel may be used, by type of lender.
 *
 * @param lenders the channels' hours by type of lender; {@code *} for every lender without hours of its own
 */
public record ContactHours(Map<String, Map<String, OpenHours>> lenders) {

    private static final String ANY = "*";

    public ContactHours {
        lenders = Map.copyOf(lenders);
    }

    /** The hours of a channel; nothing where no rule names it, and then nobody is contacted through it. */
    public Optional<OpenHours> of(String lender, String channel) {
        Map<String, OpenHours> own = lenders.getOrDefault(lender, Map.of());
        return Optional.ofNullable(own.get(channel))
                .or(() ->
                        Optional.ofNullable(lenders.getOrDefault(ANY, Map.of()).get(channel)));
    }

    static ContactHours of(YamlNode root) {
        Map<String, Map<String, OpenHours>> lenders = new LinkedHashMap<>();
        root.only("lenders").get("lenders").entries().forEach((lender, channels) -> {
            Map<String, OpenHours> hours = new LinkedHashMap<>();
            channels.entries().forEach((channel, node) -> hours.put(channel, hours(node)));
            lenders.put(lender, Map.copyOf(hours));
        });
        return new ContactHours(lenders);
    }

    private static OpenHours hours(YamlNode node) {
        node.only("workday", "weekend", "holiday", "source", "strength");
        Map<DayKind, OpenHours.Window> windows = new EnumMap<>(DayKind.class);
        RuleYaml.window(node.get("workday")).ifPresent(w -> windows.put(DayKind.WORKDAY, w));
        RuleYaml.window(node.get("weekend")).ifPresent(w -> windows.put(DayKind.WEEKEND, w));
        RuleYaml.window(node.get("holiday")).ifPresent(w -> windows.put(DayKind.HOLIDAY, w));
        return new OpenHours(windows, RuleSource.of(node));
    }
}
