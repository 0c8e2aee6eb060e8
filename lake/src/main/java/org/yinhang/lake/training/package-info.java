/** Models as a bank declares them, and the rows of the past they learn from, each as it was known on its day. */
@NullMarked
package org.yinhang.lake.training;

import org.jspecify.annotations.NullMarked;
