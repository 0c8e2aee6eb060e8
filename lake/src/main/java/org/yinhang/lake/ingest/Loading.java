package org.yinhang.lake.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.LakeFile;
import org.yinhang.lake.dictionary.CustomerDictionary;
import org.yinhang.lake.ingest.mapping.Mapping;
import org.yinhang.lake.ingest.mapping.TableMapping;
import org.yinhang.lake.ingest.source.PrivateFile;
import org.yinhang.lake.ingest.source.SourceReader;

/** One load at work, from the mapping to the published snapshot. */
final class Loading {

    private final Mapping mapping;
    private final Path folder;
    private final Lake lake;
    private final LakeCommit commit;
    private final LoadSettings settings;
    private final Progress progress;
    private final Instant now;
    private final Path work;

    Loading(Mapping mapping, Path folder, Lake lake, LakeCommit commit, LoadSettings settings, Progress progress)
            throws IOException {
        this.mapping = mapping;
        this.folder = folder;
        this.lake = lake;
        this.commit = commit;
        this.settings = settings;
        this.progress = progress;
        this.now = lake.clock().instant();
        this.work = PrivateFile.createFolder(commit.workFolder());
    }

    LoadResult run() {
        CustomerDictionary dictionary = CustomerDictionary.open(lake.folder(), settings.key());
        checkDictionary(dictionary);
        Preparation preparation = new Preparation(mapping, folder, progress);
        List<Path> files = preparation.files();
        try (Engine engine =
                new Engine(settings.engine(), work, lake.folder().resolve("tables"), files, settings.key())) {
            SourceReader reader = new SourceReader(work, settings.environment(), engine::columns);
            List<Candidate> candidates = preparation.candidates(reader);
            Map<Candidate, List<TableMapping>> pending = preparation.pending(candidates, commit.base());
            LoadReport report = new LoadReport(engine, candidates, settings, now);
            if (pending.isEmpty()) {
                return report.unchanged(commit.base(), dictionary.size());
            }
            List<Unit> units = preparation.units(candidates, pending.keySet(), reader);
            List<TablePlan> plans = plans(engine, candidates, pending, units);
            stage(engine, units, plans, report);
            report.refuseTooManyRejects(plans);
            progress.report("Numbering customers", 0, 0);
            new Numbers(engine, dictionary, settings.key()).assign(plans);
            settings.personal()
                    .ifPresent(sink -> plans.forEach(plan -> new PersonalRows(engine, plan, now).send(sink)));
            write(engine, plans, report);
            progress.report("Publishing", 0, 0);
            dictionary.save();
            settings.personal().ifPresent(PersonalDataSink::commit);
            return report.changed(plans, commit.publish(report.records(plans)), dictionary.size());
        }
    }

    private void write(Engine engine, List<TablePlan> plans, LoadReport report) {
        List<Target> targets =
                Numbers.byTable(plans).stream().map(of -> target(engine, of)).toList();
        for (int i = 0; i < targets.size(); i++) {
            progress.report("Writing tables", i, targets.size());
            targets.get(i).prepare();
            report.known(targets.get(i).removeKnown());
            report.rows(targets.get(i).write());
        }
        report.refuseTooManyRejects(plans);
    }

    private Target target(Engine engine, List<TablePlan> plans) {
        return plans.getFirst().mapping().schema().kind().isBucketed()
                ? new TableLoad(engine, lake, commit, now, plans)
                : new ReferenceLoad(engine, commit, plans);
    }

    /** A dictionary smaller than the lake's numbers is not this lake's: its next numbers would be somebody else's. */
    private void checkDictionary(CustomerDictionary dictionary) {
        int highest = commit.base().tables().values().stream()
                .flatMap(table -> table.files().stream())
                .mapToInt(LakeFile::last)
                .max()
                .orElse(-1);
        boolean anyBucketed = commit.base().tables().values().stream()
                .anyMatch(table ->
                        table.schema().kind().isBucketed() && !table.files().isEmpty());
        if (anyBucketed && highest >= dictionary.size()) {
            throw new FaultException(Fault.of(
                    "ING-3002",
                    "The lake has customers that its dictionary does not know (%d of them at least)."
                            .formatted(highest + 1 - dictionary.size()),
                    lake.folder().toString(),
                    "It holds a simulated bank, or its dictionary is lost: load into another lake, or restore %s."
                            .formatted(CustomerDictionary.FILE)));
        }
    }

    private List<TablePlan> plans(
            Engine engine, List<Candidate> candidates, Map<Candidate, List<TableMapping>> pending, List<Unit> units) {
        Faults faults = new Faults();
        MappingCheck check =
                new MappingCheck(engine, faults, settings.personal().isPresent());
        Map<String, String> lookUps = Staging.lookUps(units, MappingCheck::shape);
        List<TablePlan> plans = new ArrayList<>();
        for (Unit unit : units) {
            String rows = check.layers(unit, lookUps);
            for (TableMapping table : pending.getOrDefault(candidates.get(unit.number()), List.of())) {
                plans.add(new TablePlan(plans.size(), unit, table, check.fields(unit, table, rows)));
            }
        }
        faults.raise();
        return plans;
    }

    private void stage(Engine engine, List<Unit> units, List<TablePlan> plans, LoadReport report) {
        Staging staging = new Staging(engine, units);
        for (int i = 0; i < units.size(); i++) {
            progress.report("Reading " + units.get(i).name(), i, units.size());
            staging.read(units.get(i));
        }
        units.forEach(staging::checkJoins);
        for (int i = 0; i < plans.size(); i++) {
            progress.report("Reading " + plans.get(i).unit().name(), i, plans.size());
            report.read(plans.get(i), staging.stage(plans.get(i)));
        }
    }
}
