package org.yinhang.compliance.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yinhang.compliance.policy.Known;
import org.yinhang.lake.yaml.YamlNode;

/**
 * Under which names, numbers and accounts the bank appears.
 *
 * @param required the channels on which a touch names its sender
 * @param senders those registered
 */
public record SenderRegister(Set<String> required, List<Sender> senders) {

    /**
     * A registered sender.
     *
     * @param code the number, signature or account
     * @param channel where it may appear
     * @param from the first day of its registration
     * @param until the first day after, while an end is known
     */
    public record Sender(String code, String channel, LocalDate from, Optional<LocalDate> until) {

        boolean isInForce(LocalDate day) {
            return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
        }
    }

    public SenderRegister {
        required = Set.copyOf(required);
        senders = List.copyOf(senders);
    }

    /** Whether a touch through a channel may come from a sender on a day; unknown where one is needed and none is named. */
    public Known isRegistered(String channel, Optional<String> sender, LocalDate day) {
        if (sender.isEmpty()) {
            return required.contains(channel) ? Known.UNKNOWN : Known.YES;
        }
        String code = sender.get();
        for (Sender each : senders) {
            if (each.code.equals(code) && each.channel.equals(channel) && each.isInForce(day)) {
                return Known.YES;
            }
        }
        return Known.NO;
    }

    static SenderRegister of(YamlNode root) {
        root.only("required", "senders");
        List<Sender> senders = root.get("senders").list().stream()
                .map(sender -> sender.only("code", "channel", "from", "until", "note"))
                .map(sender -> new Sender(
                        sender.get("code").text(),
                        sender.get("channel").text(),
                        RuleYaml.day(sender.get("from")),
                        sender.find("until").map(RuleYaml::day)))
                .toList();
        return new SenderRegister(Set.copyOf(root.get("required").texts()), senders);
    }
}
