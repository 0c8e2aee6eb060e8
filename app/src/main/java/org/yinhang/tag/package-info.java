/** The bank's tags: run and listed from the command line. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.yinhang.tag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
