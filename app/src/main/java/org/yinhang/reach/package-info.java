/** Messages and tasks on their way to customers: one outbox, a queue for each channel, every touch exactly once. */
@ApplicationModule(
        allowedDependencies = {
            "benefit",
            "compliance",
            "compliance::policy",
            "compliance::rules",
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
package org.yinhang.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
