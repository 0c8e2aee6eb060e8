/** Steering by outcomes: funnels, experiments, true increments, alerts. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "campaign",
            "compliance",
            "compliance::rules",
            "decision :: offer",
            "jobs",
            "shared",
            "shared::chart",
            "shared::list",
            "shared::pdf",
            "shared::web",
            "tag"
        })
@NullMarked
package org.yinhang.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
