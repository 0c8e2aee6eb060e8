package org.yinhang.decision;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeException;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.dictionary.IdentifierKey;
import org.yinhang.lake.ingest.CustomerIdentifiers;
import org.yinhang.lake.ingest.Ingest;
import org.yinhang.lake.ingest.LoadResult;
import org.yinhang.lake.ingest.LoadSettings;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The main job: a bank's raw files to a lawful, explained contact plan, in one command and without a server. */
@Command(
        name = "plan",
        description = "Turn a bank's raw files into a lawful, explained contact plan.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  yinhang plan --data bank_marketing --campaign samples/uci-bank-marketing/campaign.yaml --out out/uci",
            "  yinhang plan --data samples/minimal --campaign samples/minimal/campaign.yaml --out out/minimal --json",
            "",
            "Writes plan.xlsx, plan.csv, withheld.csv, ledger.parquet and report.html into the folder of --out;",
            "what it loaded stays in lake/ and keys/ below it, so that a second run loads nothing again."
        })
public final class PlanCommand implements Callable<Integer> {

    private static final int MEMORY_MIB = 4096;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder with the bank's files.")
    private Path data = Path.of("");

    @Option(names = "--campaign", required = true, paramLabel = "FILE", description = "Campaign file (YAML).")
    private Path campaignFile = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write the plan into.")
    private Path out = Path.of("");

    @Option(names = "--lake", paramLabel = "DIR", description = "Folder of the lake (default: lake below --out).")
    private @Nullable Path lakeFolder;

    @Option(names = "--keys", paramLabel = "DIR", description = "Folder of the keys (default: keys below --out).")
    private @Nullable Path keysFolder;

    @Option(names = "--json", description = "Print one JSON object instead of words.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter words = spec.commandLine().getOut();
        Campaign campaign = CampaignFile.read(campaignFile);
        Path mapping = campaign.mapping()
                .orElseThrow(() -> new FaultException(Fault.of(
                        "DEC-1002",
                        "The campaign file names no mapping.",
                        campaignFile.toString(),
                        "Add mapping: FILE, beside the campaign file.")));
        Lake lake = Lake.open(Optional.ofNullable(lakeFolder).orElse(out.resolve("lake")), Clock.systemUTC());
        IdentifierKey key =
                IdentifierKey.inFolder(Optional.ofNullable(keysFolder).orElse(out.resolve("keys")));
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        LoadSettings settings = LoadSettings.of(key, out.resolve("rejects"));
        LoadResult load = Ingest.load(mapping, data, lake, settings, progress);
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Plan plan = new Planning(lake, zone, SessionSettings.batch(MEMORY_MIB))
                .run(campaign, LocalDate.now(Clock.system(zone)), progress);
        CustomerIdentifiers identifiers = Ingest.identifiers(mapping, data, "customers", lake, settings);
        write(plan, lake, customer -> identifiers.of(customer).orElse(Integer.toString(customer)), progress);
        progress.finish();
        PlanSummary summary = PlanSummary.of(plan);
        ModelKind.AUTO.lacking().ifPresent(spec.commandLine().getErr()::println);
        words.println(json ? JsonMapper.builder().build().writeValueAsString(summary) : inWords(plan, load));
        words.flush();
        return 0;
    }

    private void write(Plan plan, Lake lake, CustomerKeys keys, Progress progress) {
        PlanFiles files = new PlanFiles(plan, keys);
        progress.report("Writing", 0, 5);
        whole("plan.csv", files::writeList);
        whole("withheld.csv", files::writeWithheld);
        whole("plan.xlsx", files::writeWorkbook);
        progress.report("Writing", 3, 5);
        whole("report.html", new PlanReport(plan, lake.current())::write);
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            whole("ledger.parquet", file -> DecisionLedgerRepository.export(session, plan.id(), file));
        }
        progress.report("Writing", 5, 5);
    }

    /** A killed run leaves the former file or the new one, never half of one. */
    private void whole(String name, Consumer<Path> content) {
        Path part = out.resolve(name + ".part");
        try {
            content.accept(part);
            Files.move(part, out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException | LakeException e) {
            discard(part);
            throw new FaultException(
                    Fault.of(
                            "DEC-1003",
                            "The plan cannot be written: %s.".formatted(e.getMessage()),
                            out.resolve(name).toString(),
                            "Free space, or name a folder you may write to with --out; what was there before is whole."),
                    e);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // What is told is why it could not be written; a part left behind is written over by the next run.
        }
    }

    private String inWords(Plan plan, LoadResult load) {
        PlanFigures figures = PlanFigures.of(plan);
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s 名单 list: %,d of %,d candidates; expected net value %s, cost %s%n",
                plan.campaign().name().zh(),
                figures.chosen(),
                figures.candidates(),
                figures.expectedValue(),
                figures.cost()));
        if (!load.changed()) {
            text.append("The files were loaded before; nothing was loaded again.%n".formatted());
        }
        figures.reality()
                .ifPresent(reality -> text.append(String.format(
                        Locale.ROOT,
                        "Replay: of %,d %s contacts %.1f %% really succeeded (%.1f %% expected), of all candidates %.1f %%"
                                + " (%.2f times); AUC %.3f, Brier %.4f, calibration error %.4f%n",
                        reality.contacts(),
                        reality.channel().code(),
                        100 * reality.rate(),
                        100 * reality.expectedRate(),
                        100 * reality.rateAll(),
                        reality.lift(),
                        plan.evaluation().auc(),
                        plan.evaluation().brier(),
                        plan.evaluation().calibrationError())));
        figures.withheld()
                .forEach((code, count) -> text.append(
                        String.format(Locale.ROOT, "  withheld %,7d  %s  %s%n", count, code.name(), code.zh())));
        text.append(String.format(
                Locale.ROOT, "Written to %s: plan.xlsx, plan.csv, withheld.csv, ledger.parquet, report.html", out));
        return text.toString();
    }
}
