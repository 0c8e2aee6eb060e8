package org.yinhang.lake.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.dictionary.CustomerDictionary;
import org.yinhang.lake.ingest.mapping.Mapping;
import org.yinhang.lake.ingest.mapping.TableMapping;
import org.yinhang.lake.ingest.source.SourceReader;

/** Reads the customers' identifiers of a mapping's files again, beside any load that may be at work. */
final class IdentifierReading {

    private final Mapping mapping;
    private final Path folder;
    private final Lake lake;
    private final LoadSettings settings;

    IdentifierReading(Mapping mapping, Path folder, Lake lake, LoadSettings settings) {
        this.mapping = mapping;
        this.folder = folder;
        this.lake = lake;
        this.settings = settings;
    }

    CustomerIdentifiers read(String table) throws IOException {
        CustomerDictionary dictionary = CustomerDictionary.read(lake.folder(), settings.key());
        Preparation preparation = new Preparation(mapping, folder, Progress.SILENT);
        Path work = Files.createTempDirectory("yinhang-identifiers");
        try (Engine engine = new Engine(
                settings.engine(), work, lake.folder().resolve("tables"), preparation.files(), settings.key())) {
            SourceReader reader = new SourceReader(work, settings.environment(), engine::columns);
            List<Candidate> candidates = preparation.candidates(reader);
            Map<Candidate, List<TableMapping>> wanted = new LinkedHashMap<>();
            for (Candidate candidate : candidates) {
                List<TableMapping> tables = candidate.source().tables().stream()
                        .filter(t -> t.name().equals(table) && t.key().isPresent())
                        .toList();
                if (!tables.isEmpty()) {
                    wanted.put(candidate, tables);
                }
            }
            List<Unit> units = preparation.units(candidates, wanted.keySet(), reader);
            Staging staging = new Staging(engine, units);
            units.forEach(staging::read);
            Map<Integer, String> identifiers = new HashMap<>();
            Faults faults = new Faults();
            MappingCheck check = new MappingCheck(engine, faults, false);
            Map<String, String> shapes = Staging.lookUps(units, MappingCheck::shape);
            for (Unit unit : units) {
                String shape = check.layers(unit, shapes);
                for (TableMapping tables : wanted.getOrDefault(candidates.get(unit.number()), List.of())) {
                    TablePlan plan = new TablePlan(0, unit, tables, check.keyField(unit, tables, shape));
                    faults.raise();
                    engine.each(plan.identifiers(staging.rows(unit, false)), row -> {
                        String identifier = row.getString(1);
                        dictionary.find(identifier).ifPresent(number -> identifiers.put(number, identifier));
                        return row;
                    });
                }
            }
            return new CustomerIdentifiers(identifiers);
        } finally {
            deleteTree(work);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
