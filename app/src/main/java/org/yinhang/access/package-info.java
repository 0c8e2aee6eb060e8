/** Who may enter, as what, and which part of the bank they see. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared::web", "shared::list"})
package org.yinhang.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
