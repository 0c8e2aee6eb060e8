package org.yinhang.reach.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway over HTTP. Certainly not taken is only what the gateway said so about, or what never found a connection; a
 * time-out, a broken line and a fault of the server leave it unclear.
 */
public final class HttpGateway implements Gateway {

    private static final Pattern VARIABLE = Pattern.compile("\\{(key|to|sender|subject|text|campaign)}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpSettings settings;
    private final Optional<String> secret;
    private final Duration timeout;
    private final Clock clock;
    private final HttpClient client;

    /** Over settings of a channel; the secret signs. */
    public HttpGateway(HttpSettings settings, Optional<String> secret, Duration timeout, Clock clock) {
        this.settings = settings;
        this.secret = secret;
        this.timeout = timeout;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public SendAnswer send(Message message) {
        HttpSettings.Request form = settings.send();
        try {
            HttpResponse<String> answer = call("POST", form, values(message));
            int code = answer.statusCode();
            if (form.accepted().contains(code)) {
                return new SendAnswer.Accepted(reference(form, answer.body()));
            }
            if (form.notTaken().contains(code)) {
                return new SendAnswer.NotTaken("HTTP " + code);
            }
            boolean isRefused = code >= 400 && code < 500 && code != 408;
            return isRefused ? new SendAnswer.Rejected("HTTP " + code) : new SendAnswer.Unclear("HTTP " + code);
        } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
            return new SendAnswer.NotTaken("no connection");
        } catch (IOException e) {
            return new SendAnswer.Unclear(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendAnswer.Unclear("interrupted");
        }
    }

    @Override
    public StatusAnswer status(String key) {
        if (settings.query().isEmpty()) {
            return new StatusAnswer.Unavailable();
        }
        HttpSettings.Request form = settings.query().get();
        try {
            HttpResponse<String> answer = call("GET", form, Map.of("key", key));
            if (form.accepted().contains(answer.statusCode())) {
                return new StatusAnswer.Accepted(reference(form, answer.body()));
            }
            return form.neverSeen().contains(answer.statusCode())
                    ? new StatusAnswer.NeverSeen()
                    : new StatusAnswer.Unavailable();
        } catch (IOException | UnresolvedAddressException e) {
            return new StatusAnswer.Unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new StatusAnswer.Unavailable();
        }
    }

    private static Map<String, String> values(Message message) {
        return Map.of(
                "key", message.key(),
                "to", message.to(),
                "sender", message.sender(),
                "subject", message.subject(),
                "text", message.text(),
                "campaign", message.campaign());
    }

    private HttpResponse<String> call(String method, HttpSettings.Request form, Map<String, String> values)
            throws IOException, InterruptedException {
        URI address = URI.create(fill(form.url(), values, value -> URLEncoder.encode(value, StandardCharsets.UTF_8)));
        String body = fill(form.body(), values, HttpGateway::inJson);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", values.getOrDefault("key", ""))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        form.headers().forEach((name, value) -> request.header(name, fill(value, values, UnaryOperator.identity())));
        if (secret.isPresent() && settings.signatureHeader().isPresent()) {
            String path = address.getRawQuery() == null
                    ? address.getRawPath()
                    : address.getRawPath() + "?" + address.getRawQuery();
            String timestamp = Long.toString(clock.instant().getEpochSecond());
            request.header(settings.timestampHeader(), timestamp);
            request.header(settings.signatureHeader().get(), Signature.of(secret.get(), timestamp, path, body));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String fill(String form, Map<String, String> values, UnaryOperator<String> encoding) {
        return VARIABLE.matcher(form)
                .replaceAll(found -> Matcher.quoteReplacement(encoding.apply(values.getOrDefault(found.group(1), ""))));
    }

    private static String inJson(String value) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(value));
    }

    private static String reference(HttpSettings.Request form, String body) {
        if (form.reference().isEmpty()) {
            return "";
        }
        try {
            JsonNode found = JSON.readTree(body).at(form.reference());
            return found.isMissingNode() ? "" : found.asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
