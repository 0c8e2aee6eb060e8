package org.yinhang.reach;

import java.time.Duration;
import java.util.Optional;
import org.yinhang.lake.yaml.YamlNode;
import org.yinhang.reach.gateway.DeskFault;
import org.yinhang.reach.gateway.HttpSettings;
import org.yinhang.reach.gateway.SmtpSettings;

/**
 * How a channel sends.
 *
 * @param rate most messages a second, for each sending process
 * @param atOnce most calls at once
 * @param attempts how often a message is tried that the gateway certainly did not take
 * @param timeout how long an answer is waited for
 * @param settle how long after an attempt the gateway's "never seen" is believed
 * @param deskFault how the simulated gateway misbehaves
 * @param http of a gateway called over HTTP
 * @param smtp of a mail server
 */
public record ChannelSettings(
        int rate,
        int atOnce,
        int attempts,
        Duration timeout,
        Duration settle,
        DeskFault deskFault,
        Optional<HttpSettings> http,
        Optional<SmtpSettings> smtp) {

    private static final int FASTEST = 100_000;

    /**
     * Reads settings.
     *
     * @param yaml as written; empty for what is usual
     * @throws org.yinhang.core.fault.FaultException with the line of what is wrong
     */
    public static ChannelSettings of(ChannelKind kind, String yaml, String name) {
        YamlNode root = YamlNode.parse(yaml.isBlank() ? "{}" : yaml, name);
        root.only("rate", "at_once", "attempts", "timeout_seconds", "settle_seconds", "fault", "http", "smtp");
        return new ChannelSettings(
                number(root, "rate", 100, FASTEST),
                number(root, "at_once", 16, 256),
                number(root, "attempts", 5, 20),
                Duration.ofSeconds(number(root, "timeout_seconds", 10, 60)),
                Duration.ofSeconds(number(root, "settle_seconds", 60, 86_400)),
                root.find("fault").map(node -> node.oneOf(DeskFault.class)).orElse(DeskFault.NONE),
                kind == ChannelKind.HTTP ? Optional.of(HttpSettings.of(root.get("http"))) : Optional.empty(),
                kind == ChannelKind.SMTP ? Optional.of(SmtpSettings.of(root.get("smtp"))) : Optional.empty());
    }

    private static int number(YamlNode root, String key, int usual, int most) {
        return root.find(key).map(node -> node.whole(1, most)).orElse(usual);
    }
}
