/** Starting and stopping Yinhang on one machine: the data folder, its PostgreSQL, the worker process. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.yinhang.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
