/** Audiences: whom a predicate over tags and facts means, within what the viewer may see. */
@ApplicationModule(
        allowedDependencies = {
            "tag",
            "customer",
            "customer::profile",
            "access",
            "audit",
            "jobs",
            "ingest",
            "decision :: offer",
            "shared",
            "shared::web",
            "shared::list",
            "shared::chart"
        })
@NullMarked
package org.yinhang.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
