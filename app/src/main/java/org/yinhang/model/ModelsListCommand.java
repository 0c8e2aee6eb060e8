package org.yinhang.model;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.training.CompiledModel;
import org.yinhang.lake.training.DefinitionFile;
import org.yinhang.lake.training.ModelCompiler;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.tag.TagSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the declared models, checked against the lake, and which of them score customers. */
@Command(
        name = "list",
        description = "Checks the declared models and says which of them score customers.",
        mixinStandardHelpOptions = true)
final class ModelsListCommand implements Callable<Integer> {

    @Mixin
    private TagSource source = new TagSource();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Snapshot snapshot = source.lake().current();
        TagCatalogue tags = TagCatalogue.compile(source.tags(), snapshot);
        SortedMap<String, ModelFolder.InForce> inForce =
                new ModelFolder(source.data().resolve("models")).inForce();
        for (ModelDefinition definition : DefinitionFile.bundled()) {
            CompiledModel model = ModelCompiler.compile(definition, tags, snapshot);
            ModelFolder.InForce scoring = inForce.get(definition.id());
            out.println("%-22s %-10s %3d features  %-12s %s"
                    .formatted(
                            definition.id(),
                            definition.kind(),
                            model.features().size(),
                            scoring == null
                                    ? "-"
                                    : scoring.definition().equals(definition.fingerprint())
                                            ? "in force " + (scoring.version() == 0 ? "" : scoring.version())
                                            : "changed",
                            definition.zh()));
        }
        out.flush();
        return 0;
    }
}
