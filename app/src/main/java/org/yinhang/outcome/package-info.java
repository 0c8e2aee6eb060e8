/** What came of what the platform did: contacts, answers and random assignments on their way back into the lake. */
@ApplicationModule(allowedDependencies = {"campaign", "reach", "jobs", "shared"})
@NullMarked
package org.yinhang.outcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
