/** What happens to one customer on one day: one class per behaviour, all played by the same clock. */
@NullMarked
package org.yinhang.demobank.life;

import org.jspecify.annotations.NullMarked;
