/** How a bank's files, whatever their charset and layout, become rows that the engine can read. */
@NullMarked
package org.yinhang.lake.ingest.source;

import org.jspecify.annotations.NullMarked;
