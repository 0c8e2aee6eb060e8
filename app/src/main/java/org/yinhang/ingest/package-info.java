/** The bank's data on their way in: the lake this installation keeps, loads, and sessions that read it. */
@ApplicationModule(
        allowedDependencies = {"shared", "shared::web", "shared::list", "shared::chart", "access", "audit", "jobs"})
@NullMarked
package org.yinhang.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
