package org.yinhang.reach.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinhang.lake.yaml.YamlNode;

/**
 * A gateway called over HTTP, as its operator describes it.
 *
 * @param send how a message is handed over
 * @param query how it is asked about a key; empty where it cannot be asked
 * @param signatureHeader where the signature goes; empty for none
 * @param timestampHeader where the instant goes that was signed
 */
public record HttpSettings(
        Request send, Optional<Request> query, Optional<String> signatureHeader, String timestampHeader) {

    private static final Set<Integer> SUCCESS = Set.of(200, 201, 202);

    /**
     * One kind of request. Variables in braces: key, to, sender, subject, text, campaign.
     *
     * @param url where it goes; values are encoded for an address
     * @param headers beside those every request has
     * @param body of JSON; values are encoded for a JSON string
     * @param accepted answers that say the gateway has the message
     * @param notTaken answers that say it certainly has not, and may take it later
     * @param neverSeen answers that say the key is not known
     * @param reference JSON pointer of what the gateway calls the message; empty for nothing
     */
    public record Request(
            String url,
            Map<String, String> headers,
            String body,
            Set<Integer> accepted,
            Set<Integer> notTaken,
            Set<Integer> neverSeen,
            String reference) {

        public Request {
            headers = Map.copyOf(headers);
            accepted = Set.copyOf(accepted);
            notTaken = Set.copyOf(notTaken);
            neverSeen = Set.copyOf(neverSeen);
        }
    }

    /** Reads settings. */
    public static HttpSettings of(YamlNode node) {
        node.only("send", "query", "signature_header", "timestamp_header");
        return new HttpSettings(
                request(node.get("send"), true),
                node.find("query").map(query -> request(query, false)),
                node.find("signature_header").map(YamlNode::text),
                node.text("timestamp_header", "X-Timestamp"));
    }

    private static Request request(YamlNode node, boolean hasBody) {
        node.only("url", "headers", "body", "accepted", "not_taken", "never_seen", "reference");
        YamlNode url = node.get("url");
        if (!url.text().matches("https?://[^\\s]+")) {
            throw url.wrong("an address that is no web address", "Write http://… or https://….");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        node.find("headers")
                .ifPresent(found -> found.entries().forEach((name, value) -> headers.put(name, value.text())));
        return new Request(
                url.text(),
                headers,
                hasBody ? node.get("body").text() : node.text("body", ""),
                codes(node, "accepted", SUCCESS),
                codes(node, "not_taken", Set.of(429)),
                codes(node, "never_seen", Set.of(404)),
                node.text("reference", ""));
    }

    private static Set<Integer> codes(YamlNode node, String key, Set<Integer> usual) {
        return node.find(key)
                .map(found ->
                        found.list().stream().map(code -> code.whole(100, 599)).collect(Collectors.toSet()))
                .orElse(usual);
    }
}
