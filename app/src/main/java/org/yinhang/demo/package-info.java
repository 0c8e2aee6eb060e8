/** The simulated bank lived day by day: waves leave, customers answer by their known truth, outcomes return. */
@ApplicationModule(
        allowedDependencies = {
            "benefit",
            "opportunity",
            "outcome",
            "campaign",
            "campaign::past",
            "reach",
            "reach::gateway",
            "audience",
            "customer",
            "access",
            "audit",
            "jobs",
            "tag",
            "insight",
            "shared",
            "shared::web"
        })
@NullMarked
package org.yinhang.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
