package org.yinhang.product;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.analysis.Coverage;
import org.yinhang.core.policy.analysis.Finding;
import org.yinhang.core.policy.analysis.TableAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads every definition and tells what its tables leave open, say twice or never say. */
@Command(
        name = "check",
        description =
                "Reads every definition; tells gaps, contradictions and rows nobody reaches, each with an example.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code: 0 nothing stops approval, 1 something does or a definition is faulty, 2 wrong option."
        })
final class PolicyCheckCommand implements Callable<Integer> {

    @Mixin
    private PolicySource source = new PolicySource();

    @Option(
            names = "--all",
            description = "Also what does not stop approval: overlaps, and rows with an unknown outcome.")
    private boolean isAll;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PolicyBook book = source.book();
        int errors = 0;
        for (PolicyTable table : book.tables()) {
            TableAnalysis analysis =
                    TableAnalysis.of(CompiledTable.compile(table.table(), source.catalogue()), source.asOf());
            out.println(line(table, analysis));
            for (Finding finding : analysis.findings()) {
                errors += finding.isError() ? 1 : 0;
                if (isAll || finding.isError()) {
                    out.println("    %s %s · %s"
                            .formatted(
                                    finding.isError() ? "✗" : "·",
                                    FindingText.chinese(finding),
                                    FindingText.english(finding)));
                }
            }
        }
        int lending = source.offers().products(source.day()).size();
        out.println("%d products 产品 (%d lend 放款), %d tables 策略表, %d caps 上限, %d errors 错误"
                .formatted(
                        book.products().size(),
                        lending,
                        book.tables().size(),
                        book.caps().size(),
                        errors));
        out.flush();
        return errors == 0 ? 0 : 1;
    }

    private static String line(PolicyTable table, TableAnalysis analysis) {
        Coverage coverage = analysis.coverage();
        return String.format(
                Locale.ROOT,
                "%-26s %-12s %-5s %2d rows 行, cells 格 %s%d, covered 覆盖 %.0f%%%s  %s · %s",
                table.id(),
                table.kind().name().toLowerCase(Locale.ROOT),
                table.table().hit().name().toLowerCase(Locale.ROOT),
                table.table().rows().size(),
                coverage.isWhole() ? "" : "drawn 抽样 ",
                coverage.looked(),
                100 * coverage.share(),
                analysis.isExact() ? "" : " (not exact 非穷尽)",
                table.table().zh(),
                table.table().en());
    }
}
