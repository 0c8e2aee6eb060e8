/** Pictures of every page of the workbench, taken from a running demo, and the test that none is missing. */
@NullMarked
package org.yinhang.gallery;

import org.jspecify.annotations.NullMarked;
