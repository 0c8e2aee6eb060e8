package org.yinhang.customer;

import java.util.Optional;
import org.yinhang.core.progress.Progress;

/** Brings the operational rows, the branch tree and the staff list to the newest snapshot of the lake. */
public interface CustomerRefresh {

    /**
     * Recomputes every row. Interrupted, it may be run again from the start; run twice, it changes nothing.
     *
     * @return what the rows now stand on
     */
    RefreshState run(Progress progress);

    /** What the rows stand on, if they were ever computed. */
    Optional<RefreshState> last();
}
