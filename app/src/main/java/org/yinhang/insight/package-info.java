/** Steering by outcomes: funnels, experiments, true increments, alerts. */
@ApplicationModule(
        allowedDependencies = {
            "compliance",
            "compliance::rules",
            "jobs",
            "shared",
            "shared::web",
            "shared::list",
            "shared::chart"
        })
@NullMarked
package org.yinhang.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
