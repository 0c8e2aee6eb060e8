package org.yinhang.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final AtomicBoolean news = new AtomicBoolean();

    /** Says that there is news until the next run has begun. */
    void tellNews() {
        news.set(true);
    }

    @Override
    public Optional<Duration> lookedAtEvery() {
        return Optional.of(Duration.ofSeconds(1));
    }

    @Override
    public boolean hasNews() {
        return news.get();
    }

    void next(Script script) {
        scripts.add(script);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) throws Exception {
        news.set(false);
        scripts.take().run(context);
    }
}
