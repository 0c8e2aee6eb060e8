package org.yinhang;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.yinhang.jobs.JobsOnTerminal;
import org.yinhang.launch.DataFolder;
import org.yinhang.launch.DatabaseAddress;
import org.yinhang.launch.FreePort;
import org.yinhang.launch.LocalPostgres;
import org.yinhang.launch.WorkerProcess;
import org.yinhang.shared.ConsoleProgress;

/** A started Yinhang: data folder, PostgreSQL, web application, worker; closed in the opposite order. */
final class RunningYinhang implements AutoCloseable {

    /** What it was started for. */
    enum Kind {
        DEMO,
        SERVE
    }

    private static final Duration DATABASE_CHECKED = Duration.ofSeconds(2);

    /** How long a PostgreSQL in trouble takes to give up. */
    private static final Duration DATABASE_ENDS = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private @Nullable LocalPostgres postgres;
    private @Nullable ConfigurableApplicationContext context;
    private @Nullable WorkerProcess worker;

    private RunningYinhang(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Starts everything and prints the address when the first page can be read.
     *
     * @param bankDatabase the bank's own PostgreSQL, or null to run one in the data folder
     * @param more settings beside those that follow from the options
     * @throws org.yinhang.core.fault.FaultException when a port, a folder or a database cannot be had
     */
    static RunningYinhang start(
            Kind kind,
            RunOptions options,
            @Nullable DatabaseAddress bankDatabase,
            Map<String, String> more,
            PrintWriter out) {
        long began = System.nanoTime();
        int port = FreePort.check(options.address, options.port);
        RunningYinhang running = new RunningYinhang(DataFolder.open(options.data));
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
        try {
            running.startParts(kind, options, port, bankDatabase, more);
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
        String host = options.address.equals("0.0.0.0") ? "127.0.0.1" : options.address;
        out.printf(
                Locale.ROOT,
                "Yinhang is ready: http://%s:%d  (%.1f s, data in %s)%n",
                host,
                port,
                Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0,
                running.folder.root());
        out.flush();
        return running;
    }

    private void startParts(
            Kind kind, RunOptions options, int port, @Nullable DatabaseAddress bankDatabase, Map<String, String> more) {
        DatabaseAddress database = bankDatabase;
        if (database == null) {
            LocalPostgres local = LocalPostgres.start(folder);
            postgres = local;
            database = local.address();
        }
        Map<String, String> settings = new HashMap<>(more);
        settings.put("yinhang.demo", Boolean.toString(kind == Kind.DEMO));
        settings.put("yinhang.demo-models", Boolean.toString(kind == Kind.DEMO));
        settings.put("yinhang.data-folder", folder.root().toString());
        settings.put("yinhang.keys-folder", keys().toString());
        Map<String, String> web = new HashMap<>(settings);
        web.put("spring.datasource.url", database.url());
        web.put("spring.datasource.username", database.user());
        web.put("spring.datasource.password", database.password());
        web.put("server.address", options.address);
        web.put("server.port", Integer.toString(port));
        web.put("logging.file.name", folder.log("web").toString());
        context = new SpringApplicationBuilder(YinhangApplication.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .run(web.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        Map<String, String> environment = new HashMap<>(database.asEnvironment());
        settings.forEach((key, value) -> environment.put(asVariable(key), value));
        environment.put("LOGGING_FILE_NAME", folder.log("worker").toString());
        worker = WorkerProcess.start(List.of(), environment, folder.log("worker-output"));
    }

    private Path keys() {
        return Optional.ofNullable(System.getenv("YINHANG_KEYS"))
                .map(Path::of)
                .orElseGet(folder::keys)
                .toAbsolutePath();
    }

    private static String asVariable(String property) {
        return property.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** Shows the jobs at work, if any, with the progress the jobs page shows, until all are over. */
    void followJobs(PrintWriter out) throws InterruptedException {
        ConfigurableApplicationContext started = context;
        if (started == null) {
            return;
        }
        ConsoleProgress bar = ConsoleProgress.onStandardError();
        try {
            started.getBean(JobsOnTerminal.class).follow(bar, line -> {
                bar.finish();
                out.println(line);
                out.flush();
            });
        } catch (RuntimeException e) {
            // Stopped while it looked: the database it asks is closed already.
            if (!closing.get()) {
                LocalPostgres own = postgres;
                if (own != null && own.endsWithin(DATABASE_ENDS)) {
                    own.check();
                }
                throw e;
            }
        }
    }

    /**
     * Waits until the process is told to stop.
     *
     * @throws org.yinhang.core.fault.FaultException when its own PostgreSQL has ended by itself
     */
    void await() throws InterruptedException {
        while (!ended.await(DATABASE_CHECKED.toMillis(), TimeUnit.MILLISECONDS)) {
            LocalPostgres own = postgres;
            if (own != null && !closing.get()) {
                own.check();
            }
        }
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        if (worker != null) {
            worker.close();
        }
        if (context != null) {
            context.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        folder.close();
        ended.countDown();
    }
}
