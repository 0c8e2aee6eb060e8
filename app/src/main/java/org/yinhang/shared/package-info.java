/** What every module speaks: the business day, roles, pages of results, masking, settings. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.yinhang.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
