package org.yinhang.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ModelFile;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.training.ModelCompiler;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.model.internal.BroughtRepository;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagDefinitions;

/**
 * Models made elsewhere as versions of declared ones: PMML, or boosted trees as XGBoost's JSON, over the features the declaration
 * makes. Judged, assessed, approved, watched and rolled back like what was trained here.
 */
@Service
public class BroughtModels {

    /** The largest file, in bytes. */
    static final int MOST = 50_000_000;

    private final TagDefinitions tags;
    private final Lake lake;
    private final Jobs jobs;
    private final BroughtRepository brought;

    BroughtModels(TagDefinitions tags, Lake lake, Jobs jobs, BroughtRepository brought) {
        this.tags = tags;
        this.lake = lake;
        this.jobs = jobs;
        this.brought = brought;
    }

    /**
     * A column that a file may read.
     *
     * @param name what the file calls it
     * @param isNumber whether it holds numbers: money in yuan, rates as fractions, truths as 0 and 1; else words
     */
    public record Field(String name, boolean isNumber) {}

    /** The columns a declaration makes, in its order. */
    public List<Field> fields(ModelDefinition declared) {
        Snapshot snapshot = lake.current();
        return ModelCompiler.compile(declared, TagCatalogue.compile(tags.inForce(), snapshot), snapshot)
                .features()
                .stream()
                .flatMap(feature -> fields(feature.columnNames(), feature.type()))
                .toList();
    }

    private static Stream<Field> fields(List<String> columns, ValueType type) {
        return columns.stream().map(column -> new Field(column, type != ValueType.TEXT));
    }

    /**
     * Asks for a file to be judged and kept as a draft.
     *
     * @throws FaultException MDL-2007 without a reason, FOR-1001 for no file or one too large
     */
    @Transactional
    public JobRun bring(ModelDefinition declared, ModelFile file, ModelFile.Use use, String reason, Viewer viewer) {
        if (reason.isBlank()) {
            throw new FaultException(Fault.of(
                    "MDL-2007", "A decision about a model has a reason.", declared.id(), "Say why, in a sentence."));
        }
        int size = file.content().length;
        if (size == 0 || size > MOST) {
            throw new FaultException(Fault.of(
                    "FOR-1001",
                    "The file has %,d bytes (expected: 1 to %,d).".formatted(size, MOST),
                    file.name(),
                    "Choose the file of a model."));
        }
        JobRun run = jobs.request(ModelBringJob.NAME, declared.id(), Map.of(), viewer.userName());
        brought.add(run.id(), declared.id(), file, use, reason.strip());
        return run;
    }

    /** What a run works on. */
    public Optional<BroughtModel> find(long run) {
        return brought.find(run);
    }

    /** How a version was brought in; empty where it was trained here. */
    public Optional<BroughtModel> of(ModelVersion version) {
        return brought.of(version.model(), version.version());
    }
}
