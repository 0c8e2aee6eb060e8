/** How pieces of the engine's SQL are written safely. */
@NullMarked
package org.yinhang.lake.sql;

import org.jspecify.annotations.NullMarked;
