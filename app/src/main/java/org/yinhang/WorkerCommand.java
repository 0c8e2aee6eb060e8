package org.yinhang;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/** The process heavy jobs run in; started and watched by {@code demo} and {@code serve}, never by hand. */
@Command(name = "worker", hidden = true, description = "Run jobs for a started Yinhang (started by it).")
final class WorkerCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(YinhangApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("yinhang.worker=true", "spring.flyway.enabled=false")
                .run();
        awaitEndOfParent();
        context.close();
        return 0;
    }

    /** The parent never writes to this pipe; it reads as ended the instant the parent is gone, however it went. */
    private static void awaitEndOfParent() throws IOException {
        int read;
        do {
            read = System.in.read();
        } while (read >= 0);
    }
}
