/** The model lab: trains and judges response models on any table. */
@ApplicationModule(allowedDependencies = {"shared", "shared::svg"})
@NullMarked
package org.yinhang.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
