/** How what happens becomes rows of the lake's canonical tables. */
@NullMarked
package org.yinhang.demobank.rows;

import org.jspecify.annotations.NullMarked;
