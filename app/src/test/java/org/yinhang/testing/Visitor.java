package org.yinhang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the pages of a Yinhang in another process, without a browser. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final URI address;

    private Visitor(URI address) {
        this.address = address;
    }

    /** Signs in; what the first page says tells how that went. */
    public static Visitor at(URI address, String user, String password) throws InterruptedException {
        Visitor visitor = new Visitor(address);
        visitor.submit("/sign-in", "/sign-in", Map.of("username", user, "password", password));
        return visitor;
    }

    /** Reads a page that must be there. */
    public String read(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    /**
     * Sends a form; when this returns, the answer was read.
     *
     * @param page where the form stands
     * @param action where it goes
     */
    public String submit(String page, String action, Map<String, String> fields) throws InterruptedException {
        Matcher token = CSRF.matcher(read(page));
        assertThat(token.find()).as(page).isTrue();
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encode(token.group(1)) + "&", ""));
        return send(HttpRequest.newBuilder(address.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.uri().toString()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
