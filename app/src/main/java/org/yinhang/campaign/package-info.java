/** Campaigns: whom to reach, with what, in which waves, against which control group; approved by another, stopped at once. */
@ApplicationModule(
        allowedDependencies = {
            "reach",
            "benefit",
            "compliance",
            "compliance::policy",
            "compliance::rules",
            "compliance::lint",
            "audience",
            "decision::offer",
            "decision::rehearsal",
            "tag",
            "product",
            "customer",
            "access",
            "audit",
            "jobs",
            "shared",
            "shared::web",
            "shared::list",
            "shared::chart"
        })
@NullMarked
package org.yinhang.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
