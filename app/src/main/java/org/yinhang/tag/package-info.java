/** Tags: what is declared about customers, computed for all of them, and served to whoever asks. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "customer",
            "audit",
            "jobs",
            "ingest",
            "shared",
            "shared::web",
            "shared::list",
            "shared::chart"
        })
@NullMarked
package org.yinhang.tag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
