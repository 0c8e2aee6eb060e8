package org.yinhang.ingest.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.ingest.LoadOutline;
import org.yinhang.shared.YinhangSettings;

/**
 * The folder a bank puts its files into for loading: any YAML file in it or below it is a mapping, and the files the
 * mapping names lie in its own folder. Nothing outside it can be named.
 */
@Component
public class Inbox {

    private static final int DEEPEST = 4;

    private final Path folder;

    Inbox(IngestSettings ingest, YinhangSettings settings) {
        this.folder = Objects.requireNonNullElseGet(
                        ingest.inbox(), () -> settings.dataFolder().resolve("inbox"))
                .toAbsolutePath()
                .normalize();
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** The mapping files there are now, by their path in the inbox; none while the folder is not there. */
    public List<String> mappings() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mapping file of that path in the inbox, if it is one of those that are there. */
    public Optional<Path> mapping(String name) {
        return mappings().stream().filter(name::equals).findFirst().map(folder::resolve);
    }

    /**
     * What a mapping would load.
     *
     * @param mapping a file of {@link #mapping}
     * @throws org.yinhang.core.fault.FaultException with everything that is wrong with it
     */
    public LoadOutline outline(Path mapping, Snapshot snapshot) {
        return LoadOutline.of(mapping, filesOf(mapping), snapshot);
    }

    /** The folder the files of a mapping lie in. */
    static Path filesOf(Path mapping) {
        return mapping.resolveSibling("");
    }
}
