/** Reads what was done from the tables of campaigns and of the outbox, and writes it as canonical rows. */
@NullMarked
package org.yinhang.outcome.internal;

import org.jspecify.annotations.NullMarked;
