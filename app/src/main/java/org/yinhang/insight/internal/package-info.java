/** What insight keeps. */
@NullMarked
package org.yinhang.insight.internal;

import org.jspecify.annotations.NullMarked;
