package org.yinhang.lake.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yinhang.lake.tag.TagQuality.Verdict;
import org.yinhang.lake.yaml.YamlNode;

/** A report on disk: YAML, one line a tag. */
final class ReportFile {

    private ReportFile() {}

    static void write(TagReport report, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("run: " + report.number());
        lines.add("as_of: " + report.asOf());
        lines.add("snapshot: " + report.snapshot());
        lines.add("customers: " + report.customers());
        lines.add("tags:");
        report.tags().forEach(tag -> lines.add("  " + tag.id() + ": " + line(tag)));
        Files.write(file, lines);
    }

    private static String line(TagQuality tag) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("version", Integer.toString(tag.version()));
        parts.put("customers", Long.toString(tag.figures().customers()));
        parts.put("known", Long.toString(tag.figures().known()));
        tag.drift().ifPresent(drift -> parts.put("drift", Double.toString(drift)));
        tag.staleDays().ifPresent(days -> parts.put("stale_days", Long.toString(days)));
        parts.put(
                "verdicts",
                tag.verdicts().stream()
                        .map(v -> "[%s, %s, %s, %s]".formatted(v.rule(), v.bound(), v.found(), v.holds()))
                        .collect(Collectors.joining(", ", "[", "]")));
        parts.put("sources", list(tag.sources()));
        parts.put("reads", list(tag.reads()));
        parts.put("values", map(tag.figures().values()));
        parts.put("bands", map(tag.figures().bands()));
        return parts.entrySet().stream()
                .map(part -> part.getKey() + ": " + part.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String list(Collection<String> texts) {
        return texts.stream().map(ReportFile::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String map(SortedMap<?, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> quoted(entry.getKey().toString()) + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        return '\'' + text.replace("'", "''").replace("\n", " ") + '\'';
    }

    static TagReport read(Path file) {
        if (Files.notExists(file)) {
            throw new UncheckedIOException(new IOException("no report at " + file));
        }
        YamlNode root = YamlNode.read(file);
        List<TagQuality> tags = new ArrayList<>();
        root.get("tags").entries().forEach((id, node) -> tags.add(tag(id, node)));
        return new TagReport(
                root.get("run").whole(),
                LocalDate.parse(root.get("as_of").text()),
                root.get("snapshot").whole(),
                root.get("customers").whole(),
                tags);
    }

    /**
     * What a report says about one tag; the lines of the others are not read.
     *
     * @throws NoSuchFileException when the report is not there
     */
    static Optional<PastQuality> one(Path file, String id) throws NoSuchFileException {
        String key = "  " + id + ": ";
        try (Stream<String> lines = Files.lines(file)) {
            String text = lines.filter(line -> !line.startsWith("  ") || line.startsWith(key))
                    .collect(Collectors.joining("\n"));
            YamlNode root = YamlNode.parse(text, file.toString());
            return root.find("tags")
                    .flatMap(tags -> tags.find(id))
                    .map(node -> new PastQuality(
                            root.get("run").whole(),
                            LocalDate.parse(root.get("as_of").text()),
                            tag(id, node)));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TagQuality tag(String id, YamlNode node) {
        SortedMap<String, Long> values = new TreeMap<>();
        node.get("values").entries().forEach((value, count) -> values.put(value, count.whole()));
        SortedMap<Integer, Long> bands = new TreeMap<>();
        node.get("bands").entries().forEach((place, count) -> bands.put(Integer.valueOf(place), count.whole()));
        return new TagQuality(
                id,
                node.get("version").whole(1, Integer.MAX_VALUE),
                new TagFigures(node.get("customers").whole(), node.get("known").whole(), values, bands),
                node.find("drift").map(drift -> Double.parseDouble(drift.text())),
                node.find("stale_days")
                        .map(days -> OptionalLong.of(days.whole()))
                        .orElse(OptionalLong.empty()),
                node.get("verdicts").list().stream().map(ReportFile::verdict).toList(),
                new TreeSet<>(node.get("sources").texts()),
                new TreeSet<>(node.get("reads").texts()));
    }

    private static Verdict verdict(YamlNode node) {
        List<String> parts = node.texts();
        return new Verdict(
                parts.get(0),
                Double.parseDouble(parts.get(1)),
                Double.parseDouble(parts.get(2)),
                Boolean.parseBoolean(parts.get(3)));
    }

    /** The figures of a tag in an earlier report, if it was the same kind of values then. */
    static Optional<TagFigures> figures(Optional<TagReport> report, Tag tag) {
        return report.flatMap(r -> r.tag(tag.id()))
                .map(TagQuality::figures)
                .filter(figures -> figures.bands().isEmpty() || figures.values().isEmpty());
    }
}
