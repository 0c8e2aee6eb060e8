/** The contact policy: one list of guards in the path of every touch, asked of facts, an instant and dated rules. */
@NullMarked
@NamedInterface("policy")
package org.yinhang.compliance.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
