package org.yinhang.product;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.lake.yaml.YamlNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts described customers to the policies and tells every answer that is not as expected. */
@Command(
        name = "test",
        description = "Puts the cases of a file to the policies and tells every answer that is not as expected.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code: 0 all as expected, 1 not all or a faulty file, 2 wrong option."})
final class PolicyTestCommand implements Callable<Integer> {

    @Mixin
    private PolicySource source = new PolicySource();

    @Parameters(paramLabel = "FILE", description = "The cases (docs/policy.md).")
    private Path file = Path.of(".");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PolicyCases.Outcome outcome =
                new PolicyCases(source.book(), source.catalogue(), source.day()).run(YamlNode.read(file));
        for (PolicyCases.Difference difference : outcome.differences()) {
            out.println("✗ %s (%s): %s expected 应为 '%s', found 实为 '%s'"
                    .formatted(
                            difference.name(),
                            difference.where(),
                            difference.what(),
                            difference.expected(),
                            difference.found()));
        }
        out.println("%d cases 用例, %d differences 不符"
                .formatted(outcome.cases(), outcome.differences().size()));
        out.flush();
        return outcome.differences().isEmpty() ? 0 : 1;
    }
}
