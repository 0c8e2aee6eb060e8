package org.yinhang.customer.internal;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.ingest.BusinessDateMoved;
import org.yinhang.ingest.LakeLoaded;
import org.yinhang.jobs.Jobs;

/** Brings the operational rows to the snapshot a bank's load has made, or to the day an administrator has chosen. */
@Component
class RefreshAfterLoad {

    private final Jobs jobs;

    RefreshAfterLoad(Jobs jobs) {
        this.jobs = jobs;
    }

    @EventListener
    void refresh(LakeLoaded loaded) {
        jobs.request(RefreshJob.NAME, "快照 snapshot " + loaded.snapshot(), Map.of(), loaded.requestedBy());
    }

    @EventListener
    void refresh(BusinessDateMoved moved) {
        jobs.request(
                RefreshJob.NAME,
                moved.date().map(LocalDate::toString).orElse("日历 calendar"),
                Map.of(),
                moved.requestedBy());
    }
}
