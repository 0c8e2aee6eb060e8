/** The guards every contact passes, and the reason codes they give when they refuse. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.yinhang.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
