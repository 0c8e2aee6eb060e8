package org.yinhang.lake.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.Faults;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.ingest.mapping.TableMapping;
import org.yinhang.lake.schema.ColumnSchema;

/** Gathers what becomes of every input, and stops the load when too many rows are bad. Plans go by their number. */
final class LoadReport {

    private final Engine engine;
    private final List<Candidate> candidates;
    private final LoadSettings settings;
    private final Instant now;
    private final Map<Integer, Long> read = new HashMap<>();
    private final Map<Integer, Long> known = new HashMap<>();
    private final Map<Integer, Long> rows = new HashMap<>();
    private final Map<Integer, Path> rejects = new HashMap<>();

    LoadReport(Engine engine, List<Candidate> candidates, LoadSettings settings, Instant now) {
        this.engine = engine;
        this.candidates = candidates;
        this.settings = settings;
        this.now = now;
    }

    void read(TablePlan plan, long count) {
        read.put(plan.number(), count);
    }

    void known(Map<Integer, Long> counts) {
        known.putAll(counts);
    }

    void rows(Map<Integer, Long> counts) {
        rows.putAll(counts);
    }

    /** Writes the lists of bad rows; raises faults for inputs that have more than they may, or no row at all. */
    void refuseTooManyRejects(List<TablePlan> plans) {
        Faults faults = new Faults();
        for (Unit unit : plans.stream().map(TablePlan::unit).distinct().toList()) {
            List<TablePlan> own =
                    plans.stream().filter(p -> p.unit().equals(unit)).toList();
            Rejects bad = new Rejects(engine, unit, own);
            Path listed = bad.file(settings.rejects());
            bad.write(settings.rejects()).ifPresent(file -> rejects.put(unit.number(), file));
            for (TablePlan plan : own) {
                long count = read.getOrDefault(plan.number(), 0L);
                bad.beyond(unit.source().rejects(), plan, count, listed).ifPresent(faults::add);
                if (count + bad.rejected(plan) == 0) {
                    faults.add(Fault.of(
                            "ING-2011",
                            "There is no row for the table %s.".formatted(plan.table()),
                            unit.name(),
                            "Check how it was exported; take the file away if there is nothing to load."));
                }
            }
        }
        faults.raise();
    }

    /** What the snapshot remembers of the load. */
    List<LoadRecord> records(List<TablePlan> plans) {
        return plans.stream()
                .map(plan -> new LoadRecord(
                        candidates.get(plan.unit().number()).fingerprint(candidates, plan.mapping()),
                        plan.unit().name(),
                        plan.table(),
                        rows.getOrDefault(plan.number(), 0L),
                        bad(plan).rejected(plan),
                        now))
                .toList();
    }

    LoadResult unchanged(Snapshot snapshot, int customers) {
        return new LoadResult(snapshot.version(), false, inputs(List.of()), customers);
    }

    LoadResult changed(List<TablePlan> plans, Snapshot snapshot, int customers) {
        return new LoadResult(snapshot.version(), true, inputs(plans), customers);
    }

    private List<LoadResult.Input> inputs(List<TablePlan> plans) {
        List<LoadResult.Input> inputs = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            int number = i;
            List<LoadResult.Table> tables = candidate.source().tables().stream()
                    .map(mapping -> plans.stream()
                            .filter(plan -> plan.unit().number() == number
                                    && plan.mapping().equals(mapping))
                            .findFirst()
                            .map(this::loaded)
                            .orElseGet(() -> loadedBefore(mapping)))
                    .toList();
            inputs.add(new LoadResult.Input(
                    candidate.source().name(), candidate.name(), tables, Optional.ofNullable(rejects.get(i))));
        }
        return inputs;
    }

    private LoadResult.Table loaded(TablePlan plan) {
        Rejects bad = bad(plan);
        return new LoadResult.Table(
                plan.table(),
                false,
                rows.getOrDefault(plan.number(), 0L),
                known.getOrDefault(plan.number(), 0L),
                bad.rejected(plan),
                bad.reasons(plan),
                personal(plan.mapping()),
                settings.personal().isEmpty());
    }

    private LoadResult.Table loadedBefore(TableMapping mapping) {
        return new LoadResult.Table(
                mapping.name(),
                true,
                0,
                0,
                0,
                Map.of(),
                personal(mapping),
                settings.personal().isEmpty());
    }

    private Rejects bad(TablePlan plan) {
        return new Rejects(engine, plan.unit(), List.of(plan));
    }

    private static List<String> personal(TableMapping mapping) {
        return mapping.schema().personal().stream()
                .map(ColumnSchema::name)
                .filter(name -> mapping.column(name).isPresent())
                .toList();
    }
}
