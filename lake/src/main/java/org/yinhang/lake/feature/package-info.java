/** Feature sets: what was known of a customer at an instant, as columns a model can learn from, and nothing later. */
@NullMarked
package org.yinhang.lake.feature;

import org.jspecify.annotations.NullMarked;
