package org.yinhang.customer.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinhang.access.Branches;
import org.yinhang.core.progress.Progress;
import org.yinhang.customer.CustomerRefresh;
import org.yinhang.customer.Keepers;
import org.yinhang.customer.RefreshState;
import org.yinhang.customer.internal.CustomerSourceRepository.BranchRow;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.shared.BusinessClock;

/** Refreshes block by block, so that memory does not grow with the bank. */
@Component
class LakeRefresh implements CustomerRefresh {

    /** Customers per pass over the facts; a divisor of the lake's block, so a pass reads one bucket. */
    private static final int BLOCK = 16_384;

    private static final int ROWS_PER_STATEMENT = 2_000;
    private static final int MEMORY_MIB = 1_024;

    private final Lake lake;
    private final OperationalRepository rows;
    private final Branches branches;
    private final Keepers keepers;
    private final BusinessClock clock;

    LakeRefresh(Lake lake, OperationalRepository rows, Branches branches, Keepers keepers, BusinessClock clock) {
        this.lake = lake;
        this.rows = rows;
        this.branches = branches;
        this.keepers = keepers;
        this.clock = clock;
    }

    @Override
    public Optional<RefreshState> last() {
        return rows.lastRefresh();
    }

    @Override
    public RefreshState run(Progress progress) {
        try (LakeSession session = lake.read(lake.current(), SessionSettings.batch(MEMORY_MIB))) {
            CustomerSourceRepository source = new CustomerSourceRepository(session);
            progress.report("机构与人员", 0, 0);
            plant(source.branches());
            rows.putStaff(source.staff());
            LocalDate asOf = clock.today();
            long until = asOf.plusDays(1).atStartOfDay(clock.zone()).toEpochSecond() * 1_000_000;
            int last = source.lastCustomer();
            long done = 0;
            for (int first = 0; first <= last; first += BLOCK) {
                progress.report("客户运营视图", first, last + 1L);
                List<CustomerRow> block = source.rows(first, Math.min(last, first + BLOCK - 1), until);
                for (int from = 0; from < block.size(); from += ROWS_PER_STATEMENT) {
                    rows.put(
                            block.subList(from, Math.min(block.size(), from + ROWS_PER_STATEMENT)),
                            session.snapshot().version(),
                            clock.realInstant());
                }
                done += block.size();
            }
            progress.report("客户运营视图", last + 1L, last + 1L);
            RefreshState state = new RefreshState(session.snapshot().version(), asOf, done, clock.realInstant());
            keepers.settle();
            rows.finish(state);
            return state;
        }
    }

    /** Puts the bank's branches into the tree, those above before those below; the bank's root hangs from ours. */
    private void plant(List<BranchRow> bank) {
        Map<String, BranchRow> byCode = new HashMap<>();
        bank.forEach(branch -> byCode.put(branch.code(), branch));
        Set<String> planted = new HashSet<>();
        String root = rows.rootCode().orElse(null);
        for (BranchRow branch : bank) {
            plant(branch, byCode, root, planted);
        }
    }

    private void plant(BranchRow branch, Map<String, BranchRow> byCode, @Nullable String root, Set<String> planted) {
        if (!planted.add(branch.code())) {
            return;
        }
        BranchRow parent = branch.parent() == null ? null : byCode.get(branch.parent());
        if (parent != null) {
            plant(parent, byCode, root, planted);
            branches.put(branch.code(), branch.name(), branch.name(), parent.code());
        } else {
            boolean isRoot = branch.code().equals(root);
            branches.put(branch.code(), branch.name(), branch.name(), isRoot ? null : root);
        }
    }
}
