package org.yinhang.reach.gateway;

import java.util.function.Consumer;
import org.yinhang.reach.ContactTaskMade;
import org.yinhang.reach.internal.QueuedTouch;
import org.yinhang.reach.internal.TaskRepository;

/** People as a way out: each touch becomes a task, once. */
public final class PeopleGateway implements Gateway {

    private final TaskRepository tasks;
    private final Consumer<ContactTaskMade> told;

    /**
     * Over the tasks of this database.
     *
     * @param told of each new task
     */
    public PeopleGateway(TaskRepository tasks, Consumer<ContactTaskMade> told) {
        this.tasks = tasks;
        this.told = told;
    }

    @Override
    public SendAnswer send(Message message) {
        if (tasks.add(message)) {
            told.accept(
                    new ContactTaskMade(QueuedTouch.ofGatewayKey(message.key()).orElseThrow()));
        }
        return new SendAnswer.Accepted("task");
    }

    @Override
    public StatusAnswer status(String key) {
        return tasks.isThere(key) ? new StatusAnswer.Accepted("task") : new StatusAnswer.NeverSeen();
    }
}
