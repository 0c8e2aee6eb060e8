package org.yinhang.lake.training;

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

/** Models as written, in one file or several: {@code docs/models.md} says how. */
public final class DefinitionFile {

    /** The parts of the catalogue that ships. */
    private static final List<String> BUNDLED = List.of("life_cycle", "marketing");

    private DefinitionFile() {}

    /** The models this version of Yinhang ships. */
    public static List<ModelDefinition> bundled() {
        return read(BUNDLED.stream().map(part -> shipped(part + ".yaml")).toList());
    }

    private static YamlNode shipped(String part) {
        try (InputStream in =
                Objects.requireNonNull(DefinitionFile.class.getResourceAsStream("catalogue/" + part), part)) {
            return YamlNode.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The models of a file, or of all YAML files of a folder.
     *
     * @throws FaultException with every fault of the files
     */
    public static List<ModelDefinition> read(Path place) {
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

    /** The models of a text; {@code name} is what faults call it. */
    public static List<ModelDefinition> read(String text, String name) {
        return read(List.of(YamlNode.parse(text, name)));
    }

    private static List<ModelDefinition> read(List<YamlNode> parts) {
        List<Fault> faults = new ArrayList<>();
        List<ModelDefinition> models = new ArrayList<>();
        for (YamlNode part : parts) {
            part.only("defaults", "models");
            DefinitionReader reader = new DefinitionReader(part.find("defaults"));
            part.get("models").entries().forEach((id, node) -> {
                try {
                    models.addAll(reader.read(id, node));
                } catch (FaultException e) {
                    faults.addAll(e.faults());
                }
            });
        }
        Set<String> names = new HashSet<>();
        Set<String> scores = new HashSet<>();
        for (ModelDefinition model : models) {
            if (!names.add(model.id())) {
                faults.add(Fault.of(
                        "MDL-1001",
                        "Two models have the same identifier, '%s'.".formatted(model.id()),
                        model.where(),
                        "Give each its own."));
            }
            model.scores().stream()
                    .filter(score -> !scores.add(score.tag()))
                    .forEach(score -> faults.add(Fault.of(
                            "MDL-1002",
                            "Two models write the tag '%s'.".formatted(score.tag()),
                            model.where(),
                            "Let each score have a tag of its own.")));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return List.copyOf(models);
    }
}
