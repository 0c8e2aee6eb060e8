package org.yinhang.model;

import java.util.Optional;
import org.yinhang.core.learning.ModelFile;

/**
 * A model made elsewhere that somebody brings in as a version of a declared one.
 *
 * @param run the job that judges it
 * @param model the declared model
 * @param file its file
 * @param use how it is to be used
 * @param reason why, in words
 * @param version the version it became; empty while it is not judged
 */
public record BroughtModel(
        long run, String model, ModelFile file, ModelFile.Use use, String reason, Optional<Integer> version) {}
