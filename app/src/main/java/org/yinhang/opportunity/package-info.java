/** Opportunities: whom to approach now and why, who does it, what came of it; the account manager's day. */
@ApplicationModule(
        allowedDependencies = {
            "benefit",
            "reach",
            "campaign",
            "audience",
            "decision::offer",
            "product",
            "compliance",
            "compliance::complaint",
            "compliance::policy",
            "compliance::rules",
            "compliance::lint",
            "customer",
            "access",
            "audit",
            "jobs",
            "shared",
            "shared::crypto",
            "shared::web",
            "shared::list",
            "shared::chart"
        })
@NullMarked
package org.yinhang.opportunity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
