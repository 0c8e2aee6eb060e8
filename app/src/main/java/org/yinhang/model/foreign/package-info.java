/** Models that others made: PMML, XGBoost and ONNX files scored on a table, refused by name where something is missing or unknown. */
@NullMarked
package org.yinhang.model.foreign;

import org.jspecify.annotations.NullMarked;
