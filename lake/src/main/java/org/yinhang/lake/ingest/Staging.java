package org.yinhang.lake.ingest;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.ingest.mapping.Join;
import org.yinhang.lake.ingest.source.SourceReader;

/** Reads the inputs of a load into the engine: once where that is enough, and bad rows a second time. */
final class Staging {

    private final Engine engine;
    private final List<Unit> units;

    Staging(Engine engine, List<Unit> units) {
        this.engine = engine;
        this.units = units;
    }

    /** Keeps an input as it was read, where one pass is not enough. */
    void read(Unit unit) {
        if (!unit.isDirect()) {
            attempt(
                    unit,
                    "CREATE TABLE %s AS SELECT * FROM %s"
                            .formatted(unit.table(), unit.rows().from()));
        }
    }

    /**
     * Checks that what is looked up for a row is one row at most.
     *
     * @throws FaultException when it is not
     */
    void checkJoins(Unit unit) {
        Map<String, String> lookUps = lookUps();
        for (Join join : unit.source().joins()) {
            String other = SourceSql.lookUp(join, lookUps.getOrDefault(join.source(), ""));
            if (engine.count("SELECT count(_there_key) - count(DISTINCT _there_key) FROM " + other) > 0) {
                throw new FaultException(Fault.of(
                        "ING-2008",
                        "The source '%s' has several rows with the same key, so one row would become several."
                                .formatted(join.source()),
                        join.where(),
                        "Narrow it with 'where', or choose another key."));
            }
        }
    }

    /** Fills a plan's staging table and says what is wrong with its bad rows. Gives how many rows it read. */
    long stage(TablePlan plan) {
        engine.execute(plan.makeReasons());
        boolean guarded = false;
        try {
            engine.run(plan.stage(rows(plan.unit(), false), false));
        } catch (SQLException e) {
            if (!Engine.isOfValues(e)) {
                throw readFailed(plan.unit(), e);
            }
            guarded = true;
            attempt(plan.unit(), plan.stage(rows(plan.unit(), false), true));
        }
        if (engine.count("SELECT count(*) FROM %s WHERE _bad".formatted(plan.staged())) > 0) {
            for (String statement : plan.explain(rows(plan.unit(), true), guarded)) {
                attempt(plan.unit(), statement);
            }
        }
        return engine.count("SELECT count(*) FROM " + plan.staged());
    }

    /** Shapes or rows of every source that others may look up, with what it derives itself. */
    static Map<String, String> lookUps(List<Unit> units, Function<Unit, String> base) {
        Map<String, String> lookUps = new LinkedHashMap<>();
        units.stream()
                .filter(Unit::lookedUp)
                .collect(Collectors.groupingBy(u -> u.source().name(), LinkedHashMap::new, Collectors.toList()))
                .forEach((name, parts) -> lookUps.put(
                        name,
                        parts.stream()
                                .map(unit -> "SELECT * FROM " + derived(unit, base.apply(unit)))
                                .collect(Collectors.joining(" UNION ALL BY NAME ", "(", ")"))));
        return lookUps;
    }

    private static String derived(Unit unit, String base) {
        SourceSql layers = new SourceSql(base, unit.rows().columns());
        unit.source().derived().forEach(layers::derive);
        return layers.sql();
    }

    private Map<String, String> lookUps() {
        return lookUps(units, Staging::kept);
    }

    private static String kept(Unit unit) {
        return "(SELECT *, rowid + 1 AS _row FROM %s)".formatted(unit.table());
    }

    /**
     * The SQL of a unit's rows with all it joins and derives.
     *
     * @param numbered whether they must have their {@code _row} even where one pass is enough
     */
    String rows(Unit unit, boolean numbered) {
        String direct = numbered
                ? "(SELECT *, row_number() OVER () AS _row FROM %s)"
                        .formatted(unit.rows().from())
                : unit.rows().from();
        return SourceSql.of(
                unit.source(),
                unit.isDirect() ? direct : kept(unit),
                unit.rows().columns(),
                lookUps());
    }

    private void attempt(Unit unit, String sql) {
        try {
            engine.run(sql);
        } catch (SQLException e) {
            throw readFailed(unit, e);
        }
    }

    private RuntimeException readFailed(Unit unit, SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("GZIP") || message.contains("Unexpected end of")) {
            return unit.file().map(file -> SourceReader.damaged(file, e)).orElseThrow();
        }
        if (message.contains("CSV Parser state machine")) {
            return new FaultException(
                    Fault.of(
                            "ING-2012",
                            "The file mixes line endings: some lines end with CR LF, others with LF.",
                            unit.name(),
                            "Write it anew with one kind of line ending, for example by dos2unix."),
                    e);
        }
        if (Engine.isOfValues(e)) {
            // The engine's message may quote a value, so it is not passed on.
            return new FaultException(Fault.of(
                    "ING-2009",
                    "An expression under 'derive', 'join' or 'where' fails on some row of '%s'."
                            .formatted(unit.source().name()),
                    unit.name(),
                    "Use TRY_CAST, or another function that gives null for what it cannot read."));
        }
        return engine.failed("read " + unit.name(), e);
    }
}
