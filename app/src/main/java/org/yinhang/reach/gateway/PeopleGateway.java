package org.yinhang.reach.gateway;

import org.yinhang.reach.internal.TaskRepository;

/** People as a way out: each touch becomes a task, once. */
public final class PeopleGateway implements Gateway {

    private final TaskRepository tasks;

    /** Over the tasks of this database. */
    public PeopleGateway(TaskRepository tasks) {
        this.tasks = tasks;
    }

    @Override
    public SendAnswer send(Message message) {
        tasks.add(message);
        return new SendAnswer.Accepted("task");
    }

    @Override
    public StatusAnswer status(String key) {
        return tasks.isThere(key) ? new StatusAnswer.Accepted("task") : new StatusAnswer.NeverSeen();
    }
}
