/** The bank's customers: whom one may see, what is known of them, and their personal data under lock and key. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::web",
            "shared::list",
            "shared::chart",
            "shared::crypto",
            "access",
            "audit",
            "jobs",
            "ingest"
        })
package org.yinhang.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
