package org.yinhang.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.product.internal.PolicyWorkbookReader;
import org.yinhang.product.internal.PolicyYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads decision tables from a workbook and writes them as definitions. */
@Command(
        name = "import",
        description =
                "Reads decision tables from a workbook and writes them as YAML definitions; tells every rejected row.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code: 0 every row taken, 1 some rejected (the others are written), 2 wrong option."})
final class PolicyImportCommand implements Callable<Integer> {

    @Mixin
    private PolicySource source = new PolicySource();

    @Parameters(paramLabel = "FILE", description = "A workbook as 'policy export' writes it.")
    private Path file = Path.of(".");

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: policies.yaml).")
    private Path out = Path.of("policies.yaml");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PolicyWorkbookReader.Content content = read();
        try {
            Files.writeString(out, PolicyYaml.of(content.tables()));
        } catch (IOException e) {
            throw PolicyExportCommand.cannotWrite(out, e);
        }
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        content.rejected()
                .forEach(row -> console.println("✗ %s line 行 %d, column 列 %s: %s"
                        .formatted(
                                row.sheet(), row.line(), row.column().isEmpty() ? "–" : row.column(), row.reason())));
        int rows = content.tables().stream()
                .mapToInt(table -> table.table().rows().size())
                .sum();
        console.println("%d tables 策略表, %d rows 行 → %s, %d rejected 拒绝"
                .formatted(
                        content.tables().size(), rows, out, content.rejected().size()));
        console.flush();
        return content.rejected().isEmpty() ? 0 : 1;
    }

    private PolicyWorkbookReader.Content read() {
        try (InputStream in = Files.newInputStream(file)) {
            return PolicyWorkbookReader.read(in, source.catalogue());
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("PRD-4007", "The file cannot be read.", file.toString(), "Check the path."), e);
        }
    }
}
