/** Documents in PDF with Chinese text, for printing and passing on. */
@NullMarked
@NamedInterface("pdf")
package org.yinhang.shared.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
