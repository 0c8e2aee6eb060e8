package org.yinhang.reach.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway over HTTP that counts what it is handed, and misbehaves as told. */
public final class StandInGateway implements AutoCloseable {

    /** What it does with a message. */
    public enum Conduct {
        ACCEPTS,
        /** Takes the message and breaks the line before any answer. */
        ACCEPTS_IN_SILENCE,
        /** Breaks the line before it has taken anything. */
        LOSES,
        IS_BUSY,
        REFUSES
    }

    private final HttpServer server;
    private final Map<String, AtomicInteger> handed = new ConcurrentHashMap<>();
    private volatile Conduct conduct = Conduct.ACCEPTS;

    public StandInGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/messages", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public void conduct(Conduct next) {
        conduct = next;
    }

    /** How often each key was handed over and taken. */
    public Map<String, AtomicInteger> handed() {
        return handed;
    }

    /** Settings of a channel that leads here. */
    public String yaml(int rate) {
        return """
                rate: %d
                settle_seconds: 1
                timeout_seconds: 2
                http:
                  send:
                    url: http://127.0.0.1:%d/messages
                    body: '{"id": "{key}", "to": "{to}", "text": "{text}"}'
                    reference: /id
                  query:
                    url: http://127.0.0.1:%d/messages/{key}
                """.formatted(
                        rate, server.getAddress().getPort(), server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("GET")) {
            say(exchange, handed.containsKey(path.substring(path.lastIndexOf('/') + 1)) ? 200 : 404);
            return;
        }
        exchange.getRequestBody().readAllBytes();
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        Conduct now = conduct;
        if (now == Conduct.ACCEPTS || now == Conduct.ACCEPTS_IN_SILENCE) {
            handed.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
        }
        switch (now) {
            case ACCEPTS -> say(exchange, 200);
            case ACCEPTS_IN_SILENCE, LOSES -> exchange.close();
            case IS_BUSY -> say(exchange, 429);
            case REFUSES -> say(exchange, 400);
        }
    }

    private static void say(HttpExchange exchange, int code) throws IOException {
        byte[] body = "{\"id\": \"gw-1\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
