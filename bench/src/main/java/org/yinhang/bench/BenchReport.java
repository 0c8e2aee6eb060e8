package org.yinhang.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer of one benchmark.
 *
 * @param bench its name
 * @param settings sizes it ran with
 * @param ours Yinhang's figures
 * @param peers the peers' figures, the most telling first
 * @param compared Yinhang's figures at the size the peers ran at; the same as {@code ours} when that is the size
 */
record BenchReport(String bench, Map<String, Object> settings, Figures ours, List<Figures> peers, Figures compared) {

    BenchReport {
        peers = List.copyOf(peers);
    }

    /** A report of contenders that all ran at the same size. */
    BenchReport(String bench, Map<String, Object> settings, Figures ours, List<Figures> peers) {
        this(bench, settings, ours, peers, ours);
    }

    /** The first peer's seconds by ours: above 1 Yinhang is faster. */
    double ratio() {
        return peers.getFirst().seconds() / compared.seconds();
    }

    String json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("bench", bench);
        root.put("machine", Machine.description());
        root.put("settings", settings);
        root.put("ours", ours.values());
        if (!compared.equals(ours)) {
            root.put("oursAtPeerSize", compared.values());
        }
        root.put(
                "peers",
                peers.stream()
                        .map(peer -> {
                            Map<String, Object> written = new LinkedHashMap<>();
                            written.put("name", peer.name());
                            written.putAll(peer.values());
                            return written;
                        })
                        .toList());
        if (!peers.isEmpty()) {
            root.put("ratio", rounded(ratio()));
        }
        return JsonMapper.shared().writeValueAsString(root);
    }

    String plain() {
        StringBuilder text = new StringBuilder();
        text.append(bench).append(" on ").append(Machine.description()).append('\n');
        text.append("settings ").append(settings).append('\n');
        text.append(line(ours)).append('\n');
        if (!compared.equals(ours)) {
            text.append(line(compared)).append('\n');
        }
        peers.forEach(peer -> text.append(line(peer)).append('\n'));
        if (!peers.isEmpty()) {
            text.append(String.format(Locale.ROOT, "ratio %.2f", ratio()));
        }
        return text.toString().stripTrailing();
    }

    private static String line(Figures figures) {
        return figures.values().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining("  ", "%-14s".formatted(figures.name()), ""));
    }

    /** Three significant digits after the point are more than a repeated run agrees in. */
    static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
