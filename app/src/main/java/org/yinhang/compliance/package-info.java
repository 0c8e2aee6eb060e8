/** The contact policy and its ledgers: whether a touch may leave the bank, and what was said, sent and withheld. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "customer",
            "ingest",
            "jobs",
            "shared",
            "shared::web",
            "shared::list",
            "shared::chart",
            "shared::crypto"
        })
@NullMarked
package org.yinhang.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
