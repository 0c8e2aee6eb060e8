package org.yinhang.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yinhang.compliance.policy.ContactPolicy;
import org.yinhang.compliance.policy.Guard;
import org.yinhang.compliance.policy.GuardCard;

/** The table of guards in the documentation is the one of the code, each with the test that holds it. */
class GuardTableTests {

    private static final Path DOCUMENT = Path.of("../docs/compliance.md");

    @Test
    void theDocumentedTableIsTheOneOfTheCode() throws IOException {
        String table = ContactPolicy.standard().guards().stream()
                .map(GuardTableTests::row)
                .collect(Collectors.joining("\n"));
        Path expected = Path.of("target/guards.md");
        Files.writeString(expected, table + "\n");
        assertThat(Files.readString(DOCUMENT))
                .as("put target/guards.md into docs/compliance.md")
                .contains(table);
    }

    private static String row(Guard guard) {
        GuardCard card = guard.card();
        return "| %d | %s<br>%s | %s (%s) | %s | `%s` | %s |"
                .formatted(
                        card.number(),
                        card.zh(),
                        card.en(),
                        card.source(),
                        card.strength().mark(),
                        card.codes().stream()
                                .map(code -> "`" + code.name() + "`")
                                .collect(Collectors.joining(", ")),
                        guard.getClass().getSimpleName(),
                        tests(card.number()));
    }

    private static String tests(int number) {
        List<String> names = Arrays.stream(tests().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .filter(name -> name.matches("guard" + number + "[A-Z].*"))
                .sorted()
                .toList();
        assertThat(names).as("tests of guard " + number).isNotEmpty();
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static Class<?> tests() {
        try {
            return Class.forName("org.yinhang.compliance.policy.ContactPolicyTests");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
