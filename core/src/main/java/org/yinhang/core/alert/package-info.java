/** Alerts on conversions that depart from their seasonal history, with the dimension that explains it. */
@NullMarked
package org.yinhang.core.alert;

import org.jspecify.annotations.NullMarked;
