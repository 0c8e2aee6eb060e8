/** Loads of a bank's own files: where the files lie, the job that loads them, what is remembered of it. */
@NullMarked
package org.yinhang.ingest.internal;

import org.jspecify.annotations.NullMarked;
