/** Benefits: rate coupons, gifts and points customers are promised, within stock and budget, each redeemed once. */
@ApplicationModule(
        allowedDependencies = {
            "compliance",
            "compliance::lint",
            "compliance::rules",
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
package org.yinhang.benefit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
