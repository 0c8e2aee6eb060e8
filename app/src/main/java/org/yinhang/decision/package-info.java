/** The contact plan: whom to approach, through which channel, and why; and the ledger that keeps every choice. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"compliance", "ingest", "shared", "shared::svg"})
@NullMarked
package org.yinhang.decision;

import org.jspecify.annotations.NullMarked;
