/** Products and policies: what the bank lends to whom, at what price and limit, by decision tables two people stand for. */
@ApplicationModule(
        allowedDependencies = {
            "benefit",
            "tag",
            "customer",
            "access",
            "audit",
            "jobs",
            "ingest",
            "shared",
            "shared::web",
            "shared::list",
            "shared::chart"
        })
@NullMarked
package org.yinhang.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
