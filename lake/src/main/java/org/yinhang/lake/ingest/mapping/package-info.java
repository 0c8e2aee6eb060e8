/** What a bank's mapping file says: its sources, and how their columns become canonical ones. */
@NullMarked
package org.yinhang.lake.ingest.mapping;

import org.jspecify.annotations.NullMarked;
