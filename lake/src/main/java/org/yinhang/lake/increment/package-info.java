/** True increments: what contacts added over customers left alone by chance, on cohorts whose time has passed. */
@NullMarked
package org.yinhang.lake.increment;

import org.jspecify.annotations.NullMarked;
