package org.yinhang.lake.ingest;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Openly published data sets that lie in {@code shared/data} beside the project, where they do. */
final class OpenData {

    private OpenData() {}

    /** The folder of a data set; the test is skipped where it is not there. */
    static Path folder(String name) {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(parent -> parent.resolve("shared").resolve("data").resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
        assumeThat(found)
                .as("../shared/data/%s, see the README for where it is published", name)
                .isPresent();
        return found.orElseThrow();
    }
}
