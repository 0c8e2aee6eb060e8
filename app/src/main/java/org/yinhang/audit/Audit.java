package org.yinhang.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.internal.AuditChain;
import org.yinhang.audit.internal.AuditRepository;
import org.yinhang.core.progress.Progress;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** The audit: append-only, in one chain, so that no entry can be changed or taken out unseen. */
@Service
public class Audit {

    private final AuditRepository repository;
    private final AuditChain chain;
    private final BusinessClock clock;

    Audit(AuditRepository repository, AuditChain chain, BusinessClock clock) {
        this.repository = repository;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * Writes it down within the caller's transaction: what was done and its trace are on disk together or not at all.
     * The chain is held until that transaction ends, so keep it short.
     */
    @Transactional
    public AuditEntry record(AuditNote note) {
        return chain.append(note, clock.realInstant());
    }

    /** One page, the newest first. */
    public Slice<AuditEntry> page(ListQuery query) {
        return repository.page(query, clock.zone());
    }

    /** The last link, if there is any: note its hash elsewhere, and the whole past is pinned. */
    public Optional<AuditEntry> head() {
        return repository.head();
    }

    /** How often each action was recorded since an instant. */
    public Map<String, Long> countsSince(Instant from) {
        return repository.countsSince(from);
    }

    /** Entries per day from that day on. */
    public Map<LocalDate, Long> perDay(LocalDate from) {
        return repository.perDay(from, clock.zone());
    }

    /**
     * Recomputes the whole chain.
     *
     * @return the number of entries
     * @throws org.yinhang.core.fault.FaultException {@code AUD-1001} naming the first entry that does not fit
     */
    public long verify(Progress progress) {
        return chain.verify(progress);
    }
}
