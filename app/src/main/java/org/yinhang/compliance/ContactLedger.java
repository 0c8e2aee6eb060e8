package org.yinhang.compliance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.internal.ContactRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** Every touch that left the bank and every one that was withheld, over all campaigns. */
@Service
public class ContactLedger {

    private final ContactRepository repository;
    private final BusinessClock clock;

    ContactLedger(ContactRepository repository, BusinessClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * One page, the newest first. The text finds a customer number, a touch or a campaign; filters are {@code verdict},
     * {@code channel}, {@code reason}, {@code campaign}, {@code from} and {@code to}.
     */
    public Slice<LedgerEntry> page(ListQuery query, DataScope scope) {
        return repository.page(query, scope, clock.zone());
    }

    /** The newest rows of a customer. */
    public List<LedgerEntry> of(int customer, int most) {
        return repository.of(customer, most);
    }

    /** How often each reason withheld a touch in the last days; {@code cleared} counts those that went. */
    public Map<String, Long> figures(Duration back) {
        return repository.figures(clock.now().toInstant().minus(back));
    }
}
