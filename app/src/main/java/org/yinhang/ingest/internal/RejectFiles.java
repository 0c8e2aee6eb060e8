package org.yinhang.ingest.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yinhang.shared.YinhangSettings;

/** The lists of bad rows, a folder for each load, whether it went through or not. */
@Component
public class RejectFiles {

    private final Path root;

    RejectFiles(YinhangSettings settings) {
        this.root = settings.dataFolder().toAbsolutePath().normalize().resolve("rejects");
    }

    /** Where a load puts its lists. */
    Path folder(long run) {
        return root.resolve("load-" + run);
    }

    /** The names of a load's lists. */
    public List<String> of(long run) {
        if (!Files.isDirectory(folder(run))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(run))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list of that name, if the load has it. */
    public Optional<Path> find(long run, String name) {
        return of(run).stream().filter(name::equals).findFirst().map(folder(run)::resolve);
    }
}
