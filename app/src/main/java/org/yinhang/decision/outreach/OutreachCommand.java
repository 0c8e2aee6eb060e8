package org.yinhang.decision.outreach;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.progress.Progress;
import org.yinhang.decision.offer.OfferWeigher;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.demobank.DemoBank;
import org.yinhang.lake.Lake;
import org.yinhang.lake.tag.TagRuns;
import org.yinhang.lake.yaml.YamlNode;
import org.yinhang.product.Offers;
import org.yinhang.product.PolicyFields;
import org.yinhang.product.PolicyFile;
import org.yinhang.product.SeenFacts;
import org.yinhang.shared.ConsoleProgress;
import org.yinhang.tag.TagSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plans one day's contacts over all products, channels and customers, from the tags of a data folder. */
@Command(
        name = "outreach",
        description = "Plans one day's contacts over all products, channels and customers under shared limits.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  yinhang demo-data --lake data/lake --customers 20000 --seed 7",
            "  yinhang models train --in-force && yinhang tags run",
            "  yinhang outreach --truth --list contacts.csv",
            "",
            "Consents and holds are taken from the tags; the ledgers are asked once more before anything is sent."
        })
public final class OutreachCommand implements Callable<Integer> {

    @Mixin
    private TagSource source = new TagSource();

    @Option(names = "--terms", paramLabel = "FILE", description = "Limits of the day (default: those that ship).")
    private @Nullable Path terms;

    @Option(names = "--list", paramLabel = "FILE", description = "Writes the contacts to a CSV file, best first.")
    private @Nullable Path list;

    @Option(
            names = "--truth",
            description =
                    "On a simulated bank: what the plan is really worth, beside what knowing the truth would reach.")
    private boolean truth;

    @Option(
            names = "--traces",
            description =
                    "As --truth, and what can be learned at best of the truth from the tags (takes minutes and some GiB).")
    private boolean traces;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        TagRuns runs = source.runs();
        long run = runs.current()
                .orElseThrow(() -> new FaultException(Fault.of(
                        "DEC-3001", "The tags have never been computed.", "", "Run 'yinhang tags run' first.")));
        try (Index index = Index.open(runs.index(run))) {
            CandidateReader reader = reader(index);
            LocalDate day = index.subject().asOf();
            SeenFacts seen = SeenFacts.of(source.tags(), day, day);
            Outreach outreach = Outreach.plan(index, seen, reader, json ? Progress.SILENT : progress);
            progress.finish();
            Optional<TruthCheck> check =
                    truth || traces ? Optional.of(check(outreach, index, seen, reader)) : Optional.empty();
            if (list != null) {
                Files.writeString(list, OutreachText.contacts(outreach, reader));
            }
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.print(json ? OutreachText.json(outreach, reader, check) : OutreachText.plain(outreach, reader, check));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private CandidateReader reader(Index index) {
        Catalogue catalogue = PolicyFields.catalogue(source.tags());
        AsOf asOf = new AsOf(index.subject().asOf(), TagSource.ZONE);
        ValueTerms value = ValueTerms.bundled();
        OutreachTerms given = terms == null ? OutreachTerms.bundled() : OutreachTerms.read(YamlNode.read(terms));
        OfferWeigher desk = new OfferWeigher(
                Offers.of(PolicyFile.bundled(), catalogue, TagSource.ZONE),
                Valuer.of(value, catalogue, asOf),
                asOf.day());
        return new CandidateReader(
                desk,
                given,
                OutreachPeopleRepository.read(source.lake(), given),
                new TagApproachability(value.channels(), catalogue, asOf),
                catalogue,
                asOf);
    }

    private TruthCheck check(Outreach outreach, Index index, SeenFacts seen, CandidateReader reader) {
        Lake lake = source.lake();
        Path folder = lake.folder().toAbsolutePath().normalize();
        Path beside = folder.resolveSibling(folder.getFileName() + "-bank");
        Path state = Files.isDirectory(beside) ? beside : folder.resolveSibling("demo-bank");
        if (!Files.isDirectory(state)) {
            throw new FaultException(Fault.of(
                    "DEC-3002",
                    "Beside this lake there is no simulated bank whose truth is known.",
                    folder.toString(),
                    "Leave --truth out, or make a bank with 'yinhang demo-data'."));
        }
        return TruthCheck.of(
                outreach, index, seen, reader, DemoBank.resume(lake, state).truth(), traces);
    }
}
