/** Who did what, when and why, in a chain that shows any later change. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared::web", "shared::list", "shared::chart", "access", "jobs"})
package org.yinhang.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
