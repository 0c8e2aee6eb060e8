package org.yinhang.model;

import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.lake.training.TrainingSet;

/**
 * A model, what it learned from, and what it is worth on days it did not see.
 *
 * @param set its training set
 * @param model what was learned from the older days
 * @param heldOut its worth on the newest days
 */
public record TrainedModel(TrainingSet set, ResponseModel model, Evaluation heldOut) {}
