package org.yinhang.lake.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A card describes the model as it is declared now; {@code models train --cards docs/models} writes it anew. */
class ModelCardsTests {

    private static final Path CARDS = Path.of("../docs/models").toAbsolutePath().normalize();

    @Test
    void everyModelThatShipsHasACardOfItsPresentDeclaration() throws IOException {
        List<ModelDefinition> models = DefinitionFile.bundled();

        assertThat(models).allSatisfy(model -> assertThat(read(CARDS.resolve(model.id() + ".md")))
                .as(model.id())
                .contains(model.fingerprint()));
        try (Stream<Path> files = Files.list(CARDS)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(
                            models.stream().map(model -> model.id() + ".md").toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
