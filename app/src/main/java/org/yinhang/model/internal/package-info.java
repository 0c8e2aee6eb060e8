/** How the model factory keeps, judges and describes its models. */
@NullMarked
package org.yinhang.model.internal;

import org.jspecify.annotations.NullMarked;
