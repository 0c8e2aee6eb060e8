package org.yinhang.product;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.product.internal.PolicyWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes decision tables as a workbook. */
@Command(
        name = "export",
        description = "Writes decision tables as a workbook that 'policy import' reads.",
        mixinStandardHelpOptions = true)
final class PolicyExportCommand implements Callable<Integer> {

    @Mixin
    private PolicySource source = new PolicySource();

    @Option(names = "--table", paramLabel = "ID", description = "Only this table; may be repeated.")
    private List<String> wanted = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: policies.xlsx).")
    private Path out = Path.of("policies.xlsx");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<PolicyTable> all = source.book().tablesOn(source.day());
        TreeSet<String> known = all.stream().map(PolicyTable::id).collect(Collectors.toCollection(TreeSet::new));
        Faults faults = new Faults();
        wanted.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> faults.add(Fault.of(
                        "PRD-4005",
                        "No table '%s' holds on %s.".formatted(id, source.day()),
                        "--table",
                        Suggestion.advise(id, known))));
        faults.raise();
        List<PolicyTable> tables = all.stream()
                .filter(table -> wanted.isEmpty() || wanted.contains(table.id()))
                .toList();
        try (OutputStream file = Files.newOutputStream(out)) {
            PolicyWorkbook.write(tables, source.day(), file);
        } catch (IOException e) {
            throw cannotWrite(out, e);
        }
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        console.println("%d tables 策略表 → %s".formatted(tables.size(), out));
        console.flush();
        return 0;
    }

    static RuntimeException cannotWrite(Path file, IOException e) {
        return Files.isDirectory(file) || !Files.exists(file.toAbsolutePath().getParent())
                ? new FaultException(
                        Fault.of(
                                "PRD-4006",
                                "The file cannot be written.",
                                file.toString(),
                                "Name a file in a folder that is there."),
                        e)
                : new UncheckedIOException(e);
    }
}
