/** Steering by outcomes: funnels, experiments, true increments, alerts. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.yinhang.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
