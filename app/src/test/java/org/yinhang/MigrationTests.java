package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationTests {

    @Test
    void everyMigrationHasAVersionOfItsOwnAndNamesItsModule() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            List<Path> migrations =
                    files.filter(file -> file.toString().endsWith(".sql")).toList();
            assertThat(migrations).isNotEmpty().allSatisfy(file -> {
                String module = file.getName(file.getNameCount() - 2).toString();
                assertThat(String.valueOf(file.getFileName())).matches("V\\d{12}__" + module + "_[a-z0-9_]+\\.sql");
            });
            assertThat(migrations.stream()
                            .map(file -> String.valueOf(file.getFileName()).split("__")[0]))
                    .doesNotHaveDuplicates();
        }
    }
}
