package org.yinhang;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/** The process heavy jobs run in; started and watched by {@code demo} and {@code serve}, never by hand. */
@Command(name = "worker", hidden = true, description = "Run jobs for a started Yinhang (started by it).")
final class WorkerCommand implements Callable<Integer> {

    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(8);

    private final CountDownLatch orphaned = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException {
        Thread.ofPlatform().daemon().name("parent-watcher").start(this::endWithParent);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(YinhangApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("yinhang.worker=true", "spring.flyway.enabled=false")
                .run();
        orphaned.await();
        context.close();
        return 0;
    }

    /**
     * A worker without parent must be gone soon, be it starting, at work or closing: its database may be gone too, and waiting
     * for it helps nobody.
     */
    private void endWithParent() {
        try {
            awaitEndOfParent();
            orphaned.countDown();
            Thread.sleep(LONGEST_CLOSING);
        } catch (IOException e) {
            orphaned.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    /** The parent never writes to this pipe; it reads as ended the instant the parent is gone, however it went. */
    private static void awaitEndOfParent() throws IOException {
        int read;
        do {
            read = System.in.read();
        } while (read >= 0);
    }
}
