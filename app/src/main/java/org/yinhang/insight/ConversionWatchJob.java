package org.yinhang.insight;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.shared.Role;

/** Judges the watched conversions each morning, after the night's data. */
@Component
class ConversionWatchJob implements JobHandler {

    private final ConversionAlerts alerts;

    ConversionWatchJob(ConversionAlerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return "conversion-watch";
    }

    @Override
    public void run(JobContext context) {
        List<WatchedConversion> judged = alerts.judge(context.progress());
        context.result(
                "job.told.conversion-watch",
                judged.size(),
                judged.stream().mapToInt(one -> one.alerts().size()).sum());
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ANALYST, Role.COMPLIANCE);
    }

    @Override
    public Optional<LocalTime> daily() {
        return Optional.of(LocalTime.of(6, 45));
    }
}
