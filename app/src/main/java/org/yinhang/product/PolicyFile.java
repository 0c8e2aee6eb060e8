package org.yinhang.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.yinhang.core.fault.Faults;
import org.yinhang.lake.yaml.YamlNode;

/** The YAML files in which products, tables, caps and rates are written. */
public final class PolicyFile {

    private static final List<String> BUNDLED = List.of("products", "admission", "terms", "caps", "rates");

    private PolicyFile() {}

    /** What this version of Yinhang ships. */
    public static PolicyBook bundled() {
        return book(BUNDLED.stream().map(PolicyFile::parse).toList());
    }

    private static YamlNode parse(String part) {
        String name = part + ".yaml";
        try (InputStream in = Objects.requireNonNull(PolicyFile.class.getResourceAsStream(name), name)) {
            return YamlNode.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The definitions of a file, or of all YAML files of a folder.
     *
     * @throws org.yinhang.core.fault.FaultException with every fault of the files
     */
    public static PolicyBook read(Path place) {
        if (!Files.isDirectory(place)) {
            return book(List.of(YamlNode.read(place)));
        }
        try (Stream<Path> files = Files.list(place)) {
            return book(files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(YamlNode::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The definitions of a text; {@code name} is what faults call it. */
    public static PolicyBook read(String text, String name) {
        return book(List.of(YamlNode.parse(text, name)));
    }

    private static PolicyBook book(List<YamlNode> parts) {
        Faults faults = new Faults();
        List<Product> products = new ArrayList<>();
        List<PolicyTable> tables = new ArrayList<>();
        List<LenderCap> caps = new ArrayList<>();
        List<ReferenceRates.Quote> quotes = new ArrayList<>();
        for (YamlNode part : parts) {
            faults.attempt(() -> part.only("products", "tables", "caps", "rates"));
            part.find("products").ifPresent(all -> all.entries()
                    .forEach((id, node) ->
                            faults.read(() -> ProductReader.product(id, node)).ifPresent(products::add)));
            part.find("tables")
                    .ifPresent(all -> all.entries().forEach((id, node) -> faults.read(() -> TableReader.table(id, node))
                            .ifPresent(tables::add)));
            part.find("caps")
                    .ifPresent(all -> all.entries().forEach((id, node) -> faults.read(() -> ProductReader.cap(id, node))
                            .ifPresent(caps::add)));
            part.find("rates").ifPresent(all -> all.list().forEach(node -> faults.read(() -> ProductReader.quote(node))
                    .ifPresent(quotes::add)));
        }
        faults.raise();
        return new PolicyBook(products, tables, caps, ReferenceRates.of(quotes));
    }
}
