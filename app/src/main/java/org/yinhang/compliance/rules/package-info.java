/** What the guards go by and what changes with time: calendar, hours, caps, words, senders, staff; data, never constants. */
@NullMarked
@NamedInterface("rules")
package org.yinhang.compliance.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
