/** Controlled experiments: how many are needed, whether the arms are as planned, what changed and how sure that is at any moment. */
@NullMarked
package org.yinhang.core.experiment;

import org.jspecify.annotations.NullMarked;
