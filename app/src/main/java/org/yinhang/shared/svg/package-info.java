/** Charts drawn as SVG for documents that must stand alone, without script. */
@NamedInterface("svg")
@NullMarked
package org.yinhang.shared.svg;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
