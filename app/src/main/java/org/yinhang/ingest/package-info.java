/** The bank's data on their way in: the lake this installation keeps, loads, and sessions that read it. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.yinhang.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
