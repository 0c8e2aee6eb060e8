package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yinhang.lake.schema.CanonicalSchema;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableSchema;

class DocumentsTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern CODE = Pattern.compile("`([A-Z]{3}-\\d{4})`");

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() {
        List<String> dead = documents()
                .flatMap(document -> matches(LINK, document)
                        .filter(link -> !link.contains(":") && !link.startsWith("#"))
                        .filter(link -> !Files.exists(document.resolveSibling(link.replaceAll("#.*", ""))))
                        .map(link -> ROOT.relativize(document) + ": " + link))
                .toList();
        assertThat(dead).isEmpty();
    }

    @Test
    void everyHeadingThatALinkPointsToExists() {
        List<String> dead = documents()
                .flatMap(document -> matches(LINK, document)
                        .filter(link -> !link.contains(":") && link.contains(".md#"))
                        .filter(link -> !headings(document.resolveSibling(link.replaceAll("#.*", "")))
                                .contains(link.replaceAll(".*#", "")))
                        .map(link -> ROOT.relativize(document) + ": " + link))
                .toList();
        assertThat(dead).isEmpty();
    }

    @Test
    void theGlossaryNamesOnlyClassesAndColumnsThatExist() {
        Set<String> known = new TreeSet<>();
        sources().forEach(file -> known.add(String.valueOf(file.getFileName()).replace(".java", "")));
        for (TableSchema table : CanonicalSchema.bundled().all()) {
            known.add(table.name());
            table.stored().stream().map(ColumnSchema::name).forEach(column -> known.add(table.name() + "." + column));
        }
        String campaignFile = read(ROOT.resolve("docs/campaign-file.md"));
        List<String> unknown = Stream.of(read(ROOT.resolve("docs/glossary.md")).split("\n"))
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(line.lastIndexOf('|', line.length() - 2)))
                .flatMap(place -> QUOTED.matcher(place).results().map(m -> m.group(1)))
                .filter(name -> !known.contains(name) && !campaignFile.contains("`" + name))
                .toList();
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyFaultTheUserGuideExplainsCanHappen() {
        String everySource = Stream.concat(
                        sources(),
                        Stream.of(
                                ROOT.resolve("yinhang"),
                                ROOT.resolve("app/src/main/resources/messages/shared.properties")))
                .map(DocumentsTests::read)
                .collect(Collectors.joining());
        Set<String> gone = matches(CODE, ROOT.resolve("docs/user-guide/05-faults.md"))
                .filter(code -> !everySource.contains(code))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(gone).isEmpty();
    }

    @Test
    void everyDecisionRecordIsInTheIndexOnce() {
        List<String> records = files(ROOT.resolve("docs/adr"), ".md")
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.matches("\\d{4}-.*"))
                .sorted()
                .toList();
        assertThat(matches(LINK, ROOT.resolve("docs/adr/README.md")).filter(link -> link.matches("\\d{4}-.*")))
                .containsExactlyElementsOf(records);
    }

    private static Stream<Path> documents() {
        return Stream.concat(
                        Stream.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                                .map(ROOT::resolve),
                        Stream.of("docs", "deploy", "samples")
                                .map(ROOT::resolve)
                                .flatMap(folder -> files(folder, ".md")))
                .filter(document -> !document.endsWith("template.md"));
    }

    private static Stream<Path> sources() {
        return Stream.of("core", "lake", "demo-bank", "app", "bench")
                .map(module -> ROOT.resolve(module).resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder, ".java"));
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> matches(Pattern pattern, Path document) {
        return pattern.matcher(read(document)).results().map((MatchResult m) -> m.group(1));
    }

    /** The anchors of a document's headings as code hosts make them. */
    private static Set<String> headings(Path document) {
        return read(document)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceAll("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
