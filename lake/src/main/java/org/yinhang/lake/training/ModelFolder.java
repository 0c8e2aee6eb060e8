package org.yinhang.lake.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yinhang.core.archive.Archive;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.yaml.YamlNode;

/**
 * Files of models, each under the SHA-256 of its content, so that a changed one is noticed and an equal one kept once; and
 * {@code IN-FORCE.yaml}, which says which of them score customers.
 */
public final class ModelFolder {

    private static final String IN_FORCE = "IN-FORCE.yaml";

    private final Path folder;

    public ModelFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A model in force.
     *
     * @param version its version in the registry; 0 where nobody keeps one
     * @param file SHA-256 of its file
     * @param definition SHA-256 of its declaration
     */
    public record InForce(int version, String file, String definition) {}

    /** Keeps a model and gives the hash of its file. */
    public String put(ResponseModel model) {
        byte[] content = Archive.write(model);
        String hash = hash(content);
        if (!Files.exists(file(hash))) {
            replace(file(hash), content);
        }
        return hash;
    }

    /**
     * The model of a hash.
     *
     * @throws FaultException MDL-2001 when its file is not there, MDL-2002 when it is not what it was
     */
    public ResponseModel get(String hash) {
        Path file = file(hash);
        if (!Files.exists(file)) {
            throw new FaultException(Fault.of(
                    "MDL-2001",
                    "The file of a model is missing.",
                    file.toString(),
                    "Restore it from a backup, or train the model again."));
        }
        try {
            byte[] content = Files.readAllBytes(file);
            if (!hash(content).equals(hash)) {
                throw changed(file);
            }
            return Archive.read(content, ResponseModel.class, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the declaration a model was trained by, under its fingerprint; one that ships need not be kept. */
    public void put(ModelDefinition definition) {
        String fingerprint = definition.fingerprint();
        if (DefinitionFile.bundled().stream()
                .noneMatch(shipped -> shipped.fingerprint().equals(fingerprint))) {
            replace(declaration(fingerprint), DefinitionText.of(definition).getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * The declaration kept under a fingerprint; empty where none is.
     *
     * @throws FaultException MDL-2002 when it is not what it was
     */
    public Optional<ModelDefinition> definition(String fingerprint) {
        Path file = declaration(fingerprint);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        ModelDefinition kept = DefinitionFile.read(file).getFirst();
        if (!kept.fingerprint().equals(fingerprint)) {
            throw changed(file);
        }
        return Optional.of(kept);
    }

    private static FaultException changed(Path file) {
        return new FaultException(Fault.of(
                "MDL-2002",
                "The file of a model was changed since it was written.",
                file.toString(),
                "Restore it from a backup, or train the model again; do not use this one."));
    }

    /** Which models score customers. */
    public SortedMap<String, InForce> inForce() {
        SortedMap<String, InForce> models = new TreeMap<>();
        Path file = folder.resolve(IN_FORCE);
        if (Files.exists(file)) {
            YamlNode.read(file)
                    .get("models")
                    .entries()
                    .forEach((id, node) -> models.put(
                            id,
                            new InForce(
                                    node.get("version").whole(0, Integer.MAX_VALUE),
                                    node.get("file").text(),
                                    node.get("definition").text())));
        }
        return models;
    }

    /** Says which models score customers from the next run of the tags on. */
    public void force(SortedMap<String, InForce> models) {
        String lines = models.entrySet().stream()
                .map(model -> "  %s: {version: %d, file: %s, definition: %s}%n"
                        .formatted(
                                model.getKey(),
                                model.getValue().version(),
                                model.getValue().file(),
                                model.getValue().definition()))
                .collect(Collectors.joining());
        replace(
                folder.resolve(IN_FORCE),
                ("models:" + (lines.isEmpty() ? " {}\n" : "\n" + lines)).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The models in force that a run of the tags can ask, each reading what its declaration says: the one it was trained by,
     * where that was chosen and kept. Any that cannot be asked is left out with the reason; the others score all the same.
     */
    public ScoredTags scored(List<ModelDefinition> declared, TagCatalogue tags, Snapshot snapshot) {
        return scored(inForce(), declared, tags, snapshot);
    }

    /** The same for other models of this folder than those in force. */
    public ScoredTags scored(
            SortedMap<String, InForce> models, List<ModelDefinition> declared, TagCatalogue tags, Snapshot snapshot) {
        Map<String, ModelDefinition> definitions =
                declared.stream().collect(Collectors.toMap(ModelDefinition::id, Function.identity()));
        List<ModelScorer> scorers = new ArrayList<>();
        SortedMap<String, List<Fault>> leftOut = new TreeMap<>();
        models.forEach((id, inForce) -> {
            try {
                ModelDefinition definition = Optional.ofNullable(definitions.get(id))
                        .filter(present -> present.fingerprint().equals(inForce.definition()))
                        .or(() -> definition(inForce.definition()))
                        .orElseThrow(() -> redeclared(id));
                CompiledModel compiled = ModelCompiler.compile(definition, tags, snapshot);
                ScoredTags.check(compiled, tags);
                scorers.add(new ModelScorer(compiled, get(inForce.file())));
            } catch (FaultException e) {
                leftOut.put(id, e.faults());
            }
        });
        return ScoredTags.of(tags, snapshot, scorers).leavingOut(leftOut);
    }

    private static FaultException redeclared(String id) {
        return new FaultException(Fault.of(
                "MDL-2012",
                "The declaration of model '%s' has changed since its champion was trained.".formatted(id),
                id,
                "Train it again."));
    }

    private void replace(Path file, byte[] content) {
        try {
            Files.createDirectories(folder);
            Path next = Files.createTempFile(folder, "model", ".next");
            Files.write(next, content);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path declaration(String fingerprint) {
        return folder.resolve(fingerprint + ".yaml");
    }

    private Path file(String hash) {
        return folder.resolve(hash + ".model");
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
