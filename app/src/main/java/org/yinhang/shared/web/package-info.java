/** The frame every page stands in: layout, menu, panels, lists, charts, words and numbers, error pages. */
@NullMarked
@NamedInterface("web")
package org.yinhang.shared.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
