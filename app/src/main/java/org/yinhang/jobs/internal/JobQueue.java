package org.yinhang.jobs.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Puts runs where the worker finds them, within the transaction of whoever asks. */
@Component
public class JobQueue {

    /** The name of the one task; its instances are the numbers of runs. */
    static final String TASK = "job";

    private final SchedulerClient client;

    JobQueue(DataSource database) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .build();
    }

    /** Adds a run, to be taken from that instant on. */
    public void add(long runId, Instant from) {
        client.scheduleIfNotExists(new TaskInstance<>(TASK, Long.toString(runId)), from);
    }
}
