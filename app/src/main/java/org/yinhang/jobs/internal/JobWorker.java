package org.yinhang.jobs.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yinhang.jobs.JobHandler;
import org.yinhang.jobs.Jobs;

/** Takes runs from the queue, two at a time; exists only in a worker process. */
@Component
@Lazy(false)
@ConditionalOnProperty("yinhang.worker")
class JobWorker implements SmartLifecycle {

    private static final int THREADS = 2;

    /** A stopped scheduler cannot be started again, so every start makes its own. */
    private final Supplier<Scheduler> schedulers;

    private volatile @Nullable Scheduler running;

    JobWorker(DataSource database, JobExecution execution, Jobs jobs, List<JobHandler> handlers, Clock clock) {
        Task<Void> job = Tasks.oneTime(JobQueue.TASK)
                .onFailure((ended, operations) -> operations.reschedule(ended, ended.getTimeDone()))
                .execute((instance, context) -> {
                    if (!execution.run(Long.parseLong(instance.getId()))) {
                        throw new IllegalStateException("the worker is stopping");
                    }
                });
        this.schedulers = () -> Scheduler.create(database, job)
                .startTasks(daily(jobs, handlers, clock))
                .startTasks(onNews(jobs, handlers))
                .threads(THREADS)
                .schedulerName(new SchedulerName.Fixed(
                        "worker-" + ProcessHandle.current().pid()))
                .pollingInterval(Duration.ofMillis(500))
                .heartbeatInterval(Duration.ofSeconds(3))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(3))
                .build();
    }

    private static List<RecurringTask<Void>> daily(Jobs jobs, List<JobHandler> handlers, Clock clock) {
        return handlers.stream()
                .filter(handler -> handler.daily().isPresent())
                .map(handler -> Tasks.recurring(
                                "daily-" + handler.name(),
                                Schedules.daily(clock.getZone(), handler.daily().orElseThrow()))
                        .execute((instance, context) -> jobs.request(handler.name(), "", Map.of(), Jobs.SYSTEM)))
                .toList();
    }

    /** A run that waits or is at work is enough: what came after it began is news when it is looked next. */
    private static List<RecurringTask<Void>> onNews(Jobs jobs, List<JobHandler> handlers) {
        return handlers.stream()
                .filter(handler -> handler.lookedAtEvery().isPresent())
                .map(handler -> Tasks.recurring(
                                "news-" + handler.name(),
                                FixedDelay.of(handler.lookedAtEvery().orElseThrow()))
                        .execute((instance, context) -> {
                            if (handler.hasNews()) {
                                jobs.requestAlone(handler.name(), "", Map.of(), Jobs.SYSTEM, Set.of(handler.name()));
                            }
                        }))
                .toList();
    }

    @Override
    public void start() {
        Scheduler scheduler = schedulers.get();
        running = scheduler;
        scheduler.start();
    }

    @Override
    public void stop() {
        Scheduler scheduler = running;
        if (scheduler != null) {
            scheduler.stop();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
