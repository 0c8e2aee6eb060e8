/** Complaints of customers: taken in, talked about and decided by the clock; while one is open its customer is left in peace. */
@NullMarked
@NamedInterface("complaint")
package org.yinhang.compliance.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
