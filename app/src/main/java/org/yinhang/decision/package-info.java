/** The contact plan: whom to approach, through which channel, and why; and the ledger that keeps every choice. */
@ApplicationModule(
        allowedDependencies = {
            "compliance",
            "compliance::policy",
            "compliance::rules",
            "product",
            "tag",
            "model",
            "audit",
            "access",
            "customer",
            "customer::profile",
            "jobs",
            "ingest",
            "shared",
            "shared::web",
            "shared::list",
            "shared::chart",
            "shared::svg"
        })
@NullMarked
package org.yinhang.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
