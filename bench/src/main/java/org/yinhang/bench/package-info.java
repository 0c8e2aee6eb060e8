/** Benchmarks of Yinhang beside named peers, on the same data in the same run; they report and never judge. */
@NullMarked
package org.yinhang.bench;

import org.jspecify.annotations.NullMarked;
