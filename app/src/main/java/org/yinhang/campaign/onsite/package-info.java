/** Events on site: four things before, three during, two after; who is expected, who came, what came of it. */
@NullMarked
@NamedInterface("onsite")
package org.yinhang.campaign.onsite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
