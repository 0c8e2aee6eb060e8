/** Long work outside the web process: requested, run by the worker, watched with its progress, cancelled. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared::web", "shared::list", "shared::chart", "access"})
package org.yinhang.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
