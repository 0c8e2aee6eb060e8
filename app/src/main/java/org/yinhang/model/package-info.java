/** The model factory: declared models, trained from the lake, judged on later days, registered, scored and watched. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "customer",
            "jobs",
            "shared",
            "shared::chart",
            "shared::list",
            "shared::svg",
            "shared::web",
            "tag"
        })
@NullMarked
package org.yinhang.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
