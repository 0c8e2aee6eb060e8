package org.yinhang.model;

import java.nio.file.Files;
import java.nio.file.Path;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelFolder;

/** Models put in force from the command line, where no application keeps a registry. */
final class ModelsInForce {

    private ModelsInForce() {}

    /**
     * Who decides about models is asked for approval; the command line asks nobody.
     *
     * @param data the data folder
     * @throws FaultException MDL-1025 where an application keeps a registry
     */
    static void checkNoRegistry(Path data) {
        if (Files.exists(data.resolve("pg"))) {
            throw new FaultException(Fault.of(
                    "MDL-1025",
                    "This installation keeps a registry, in which models are approved by two people.",
                    data.toString(),
                    "Start the job 'train models', or bring the model in on its page, and approve what it makes."));
        }
    }

    /** Keeps a model and its declaration, and says so. */
    static ModelFolder.InForce keep(ModelFolder folder, ModelDefinition definition, ResponseModel model) {
        folder.put(definition);
        return new ModelFolder.InForce(0, folder.put(model), definition.fingerprint());
    }
}
