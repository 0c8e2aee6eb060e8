/** Cards as PMML 4.4, the format other scoring engines read (Data Mining Group, dmg.org/pmml/v4-4-1). */
@NullMarked
package org.yinhang.core.scorecard.pmml;

import org.jspecify.annotations.NullMarked;
