/** Campaigns played on the past before anybody approves them: whom they would have meant, beside what really happened. */
@NamedInterface("past")
@NullMarked
package org.yinhang.campaign.past;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
