/** How customers are read from the lake and kept in PostgreSQL. */
@NullMarked
package org.yinhang.customer.internal;

import org.jspecify.annotations.NullMarked;
