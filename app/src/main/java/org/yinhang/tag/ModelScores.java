package org.yinhang.tag;

import java.nio.file.Path;
import java.util.SortedMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.training.DefinitionFile;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.lake.training.ScoredTags;
import org.yinhang.shared.YinhangSettings;

/** The models in force, as the data folder names them, for the runs of the tags. */
@Component
public final class ModelScores {

    private final Path folder;

    @Autowired
    ModelScores(YinhangSettings settings) {
        this(settings.dataFolder());
    }

    /** Those of a data folder, without an application. */
    ModelScores(Path data) {
        this.folder = data.resolve("models");
    }

    /** A catalogue with the scores of every model in force that can be asked. */
    public ScoredTags of(TagCatalogue catalogue, Snapshot snapshot) {
        return of(inForce(), catalogue, snapshot);
    }

    /** The same with other models of the data folder than those in force. */
    public ScoredTags of(SortedMap<String, ModelFolder.InForce> models, TagCatalogue catalogue, Snapshot snapshot) {
        return new ModelFolder(folder).scored(models, DefinitionFile.bundled(), catalogue, snapshot);
    }

    /** Which models score customers, by name. */
    public SortedMap<String, ModelFolder.InForce> inForce() {
        return new ModelFolder(folder).inForce();
    }
}
