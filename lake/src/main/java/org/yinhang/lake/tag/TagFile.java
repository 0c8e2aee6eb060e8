package org.yinhang.lake.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.yaml.YamlNode;

/** A catalogue of tags as written, in one file or several: {@code docs/tags.md} says how. */
public final class TagFile {

    private TagFile() {}

    /** The parts of the catalogue that ships. */
    private static final List<String> BUNDLED = List.of(
            "base", "behaviour", "consumption", "credit", "stratification", "risk", "relation", "compliance", "model");

    /** The tags this version of Yinhang ships. */
    public static List<Tag> bundled() {
        return read(BUNDLED.stream().map(part -> parse(part + ".yaml")).toList());
    }

    private static YamlNode parse(String part) {
        try (InputStream in = Objects.requireNonNull(TagFile.class.getResourceAsStream("catalogue/" + part), part)) {
            return YamlNode.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The tags of a file, or of all YAML files of a folder.
     *
     * @throws FaultException with every fault of the files
     */
    public static List<Tag> read(Path place) {
        if (!Files.isDirectory(place)) {
            return read(List.of(YamlNode.read(place)));
        }
        try (Stream<Path> files = Files.list(place)) {
            return read(files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(YamlNode::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tags of a text; {@code name} is what faults call it. */
    public static List<Tag> read(String text, String name) {
        return read(List.of(YamlNode.parse(text, name)));
    }

    private static List<Tag> read(List<YamlNode> parts) {
        List<Fault> faults = new ArrayList<>();
        List<Tag> tags = new ArrayList<>();
        for (YamlNode part : parts) {
            part.only("defaults", "tags");
            TagReader reader = new TagReader(part.find("defaults")
                    .map(d -> d.only("owner", "purpose", "basis", "refresh", "approval", "version")));
            part.get("tags").entries().forEach((id, node) -> {
                try {
                    tags.add(reader.read(id, node));
                } catch (FaultException e) {
                    faults.addAll(e.faults());
                }
            });
        }
        faults.addAll(doubles(tags));
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return List.copyOf(tags);
    }

    private static List<Fault> doubles(List<Tag> tags) {
        List<Fault> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Tag tag : tags) {
            if (!names.add(tag.id()) || !names.add(tag.zh())) {
                faults.add(Fault.of(
                        "TAG-1001",
                        "Two tags have the same name, '%s' or '%s'.".formatted(tag.id(), tag.zh()),
                        tag.where(),
                        "Give each its own; predicates may use either."));
            }
        }
        return faults;
    }
}
