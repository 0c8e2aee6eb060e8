package org.yinhang.lake.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.ingest.mapping.Join;
import org.yinhang.lake.ingest.mapping.Mapping;
import org.yinhang.lake.ingest.mapping.Source;
import org.yinhang.lake.ingest.mapping.SourceInput;
import org.yinhang.lake.ingest.mapping.TableMapping;
import org.yinhang.lake.ingest.source.Rows;
import org.yinhang.lake.ingest.source.SourceReader;

/** Finds out what there is to load: the inputs of a mapping, less what the lake already has. */
final class Preparation {

    private final Mapping mapping;
    private final Path folder;
    private final Progress progress;

    Preparation(Mapping mapping, Path folder, Progress progress) {
        this.mapping = mapping;
        this.folder = folder;
        this.progress = progress;
    }

    /** Every file of the mapping; faults for all that are missing. */
    List<Path> files() {
        Faults faults = new Faults();
        List<Path> files = new ArrayList<>();
        for (Source source : mapping.sources()) {
            if (source.input() instanceof SourceInput.Files input) {
                faults.read(() -> Inputs.find(input, folder)).ifPresent(files::addAll);
            }
        }
        faults.raise();
        return files;
    }

    /** Every input of the mapping, in its order, queries answered. */
    List<Candidate> candidates(SourceReader reader) {
        List<Candidate> candidates = new ArrayList<>();
        for (Source source : mapping.sources()) {
            progress.report("Looking at " + source.name(), candidates.size(), 0);
            switch (source.input()) {
                case SourceInput.Files input ->
                    Inputs.find(input, folder)
                            .forEach(file -> candidates.add(new Candidate(
                                    source,
                                    folder.relativize(file).toString(),
                                    Optional.of(file),
                                    Optional.empty(),
                                    Inputs.hash(file))));
                case SourceInput.Query query -> {
                    Rows answer = reader.query(source, query);
                    String hash = Inputs.hash(answer.text().orElseThrow().file());
                    candidates.add(new Candidate(source, source.name(), Optional.empty(), Optional.of(answer), hash));
                }
            }
        }
        return candidates;
    }

    /** What is not in the lake yet; a table that is replaced is loaded from all its inputs or from none. */
    Map<Candidate, List<TableMapping>> pending(List<Candidate> candidates, Snapshot base) {
        Set<String> renewed = candidates.stream()
                .flatMap(c -> c.source().tables().stream()
                        .filter(t -> t.mode() == TableMapping.Mode.REPLACE)
                        .filter(t -> !base.contains(c.fingerprint(candidates, t))))
                .map(TableMapping::name)
                .collect(Collectors.toSet());
        Map<Candidate, List<TableMapping>> pending = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            List<TableMapping> tables = candidate.source().tables().stream()
                    .filter(t -> renewed.contains(t.name()) || !base.contains(candidate.fingerprint(candidates, t)))
                    .toList();
            if (!tables.isEmpty()) {
                pending.put(candidate, tables);
            }
        }
        return pending;
    }

    /** Opens the inputs that are to be loaded and those they look up. */
    List<Unit> units(List<Candidate> candidates, Set<Candidate> pending, SourceReader reader) {
        Set<String> lookedUp = pending.stream()
                .flatMap(c -> c.source().joins().stream().map(Join::source))
                .collect(Collectors.toSet());
        Faults faults = new Faults();
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            int number = i;
            boolean other = lookedUp.contains(candidate.source().name());
            if (pending.contains(candidate) || other) {
                progress.report("Opening " + candidate.name(), i, candidates.size());
                faults.read(() -> open(candidate, reader))
                        .ifPresent(rows -> units.add(new Unit(
                                number,
                                candidate.source(),
                                candidate.name(),
                                candidate.file(),
                                rows,
                                candidate.content(candidates),
                                other)));
            }
        }
        faults.raise();
        return units;
    }

    private static Rows open(Candidate candidate, SourceReader reader) {
        return candidate
                .answer()
                .orElseGet(() -> reader.file(
                        candidate.source(),
                        (SourceInput.Files) candidate.source().input(),
                        candidate.file().orElseThrow()));
    }
}
