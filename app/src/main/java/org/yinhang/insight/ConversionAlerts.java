package org.yinhang.insight;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.rules.HolidayCalendar;
import org.yinhang.core.progress.Progress;
import org.yinhang.insight.internal.WatchRepository;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.shared.BusinessClock;

/** The conversions that are watched, and what was found when they were last judged. */
@Component
public class ConversionAlerts {

    private final Lake lake;
    private final DatedRules rules;
    private final BusinessClock clock;
    private final WatchRepository repository;

    ConversionAlerts(Lake lake, DatedRules rules, BusinessClock clock, WatchRepository repository) {
        this.lake = lake;
        this.rules = rules;
        this.clock = clock;
        this.repository = repository;
    }

    /** Judges every conversion anew; what stood before is replaced. */
    public List<WatchedConversion> judge(Progress progress) {
        Snapshot snapshot = lake.current();
        HolidayCalendar calendar = rules.inForce(clock.realInstant()).calendar();
        List<WatchedConversion> judged =
                new ConversionJudge(lake, snapshot, KnownDay.of(snapshot, clock), calendar::kindOf).all(progress);
        judged.forEach(repository::replace);
        return judged;
    }

    /** What was found last, in the order of the watches; empty before the first time. */
    public List<WatchedConversion> last() {
        return repository.all();
    }
}
