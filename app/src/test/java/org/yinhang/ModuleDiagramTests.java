package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;

/** Keeps the picture of the modules in the documents equal to the modules. */
class ModuleDiagramTests {

    private static final Path PAGE = Path.of("../docs/modules.md");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("(?s)/\\*\\*\\s*(.*?)\\s*\\*/");

    /** Writes the page anew when it differs; where nobody would see that, it fails instead. */
    @Test
    void thePictureInTheDocumentsShowsTheModulesAsTheyAre() throws IOException {
        String page = page();
        boolean isCurrent = Files.exists(PAGE) && Files.readString(PAGE).equals(page);
        if (!isCurrent) {
            Files.writeString(PAGE, page);
        }
        assertThat(isCurrent || !"true".equals(System.getenv("CI")))
                .as("docs/modules.md was out of date; ./mvnw verify writes it, commit it with the change")
                .isTrue();
    }

    private static String page() throws IOException {
        List<ApplicationModule> modules = ModularityTests.MODULES.stream()
                .sorted((a, b) -> a.getIdentifier().compareTo(b.getIdentifier()))
                .toList();
        StringBuilder page = new StringBuilder("""
                # Modules of the application

                Written by `ModuleDiagramTests` from the code; do not edit. An arrow means *uses*. Every module may use `shared`, whose
                arrows are left out.

                ```mermaid
                graph BT
                """);
        for (ApplicationModule module : modules) {
            page.append("    ").append(module.getIdentifier()).append('\n');
            uses(module)
                    .filter(used -> !used.equals("shared"))
                    .forEach(used -> page.append("    %s --> %s\n".formatted(module.getIdentifier(), used)));
        }
        page.append("```\n\n| Module | What it is for | Uses |\n|---|---|---|\n");
        for (ApplicationModule module : modules) {
            List<String> uses = uses(module).map("`%s`"::formatted).toList();
            page.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %s |\n",
                    module.getIdentifier(),
                    purpose(module),
                    uses.isEmpty() ? "–" : String.join(", ", uses)));
        }
        return page.toString();
    }

    private static Stream<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(ModularityTests.MODULES)
                .uniqueModules()
                .map(used -> used.getIdentifier().toString())
                .sorted();
    }

    /** The sentence of the module's own package-info. */
    private static String purpose(ApplicationModule module) throws IOException {
        Path file = Path.of("src/main/java", module.getBasePackage().getName().replace('.', '/'), "package-info.java");
        Matcher sentence = FIRST_SENTENCE.matcher(Files.readString(file));
        assertThat(sentence.find()).as(file.toString()).isTrue();
        return sentence.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " ").replace("|", "\\|");
    }
}
