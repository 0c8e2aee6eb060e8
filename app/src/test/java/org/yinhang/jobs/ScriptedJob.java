package org.yinhang.jobs;

import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.stereotype.Component;

/** A job that does what the test tells it to do next. */
@Component
class ScriptedJob implements JobHandler {

    static final String NAME = "scripted";

    /** One piece of work. */
    interface Script {
        void run(JobContext context) throws Exception;
    }

    private final LinkedBlockingQueue<Script> scripts = new LinkedBlockingQueue<>();

    void next(Script script) {
        scripts.add(script);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) throws Exception {
        scripts.take().run(context);
    }
}
