/** Who knows whom: influence and communities in a graph of customers. */
@NullMarked
package org.yinhang.core.graph;

import org.jspecify.annotations.NullMarked;
