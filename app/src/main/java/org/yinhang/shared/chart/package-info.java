/** Pictures of numbers: one description drawn as a chart, read as a table, saved as a PNG. */
@NullMarked
@NamedInterface("chart")
package org.yinhang.shared.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
