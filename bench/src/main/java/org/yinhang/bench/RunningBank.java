package org.yinhang.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.YinhangApplication;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.launch.DataFolder;
import org.yinhang.launch.LocalPostgres;
import org.yinhang.model.Models;
import org.yinhang.shared.BusinessClock;

/** The whole application on its own durable PostgreSQL, with a simulated bank, tags and ledgers; pages on a free port. */
final class RunningBank implements AutoCloseable {

    /** Whose scores rank and explain offers. */
    private static final List<String> MODELS = List.of("response_l101", "contact_uplift", "expected_approval");

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final DataFolder folder;
    private final LocalPostgres postgres;
    private final ConfigurableApplicationContext application;

    private RunningBank(DataFolder folder, LocalPostgres postgres, ConfigurableApplicationContext application) {
        this.folder = folder;
        this.postgres = postgres;
        this.application = application;
    }

    /** Starts it and fills it where it is empty. */
    static RunningBank open(Path root, int customers) throws InterruptedException {
        RunningBank bank = start(root, true);
        bank.fill(customers);
        return bank;
    }

    /** Starts it without a bank in it and without anything at work beside. */
    static RunningBank bare(Path root) {
        return start(root, false);
    }

    private static RunningBank start(Path root, boolean isWorking) {
        DataFolder folder = DataFolder.open(root);
        LocalPostgres postgres = LocalPostgres.start(folder);
        ConfigurableApplicationContext application = new SpringApplicationBuilder(YinhangApplication.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .run(
                        "--spring.datasource.url=" + postgres.address().url(),
                        "--spring.datasource.username=" + postgres.address().user(),
                        "--spring.datasource.password=" + postgres.address().password(),
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--yinhang.demo=true",
                        "--yinhang.worker=" + isWorking,
                        "--yinhang.demo-bank.customers=0",
                        "--yinhang.data-folder=" + folder.root(),
                        "--yinhang.keys-folder=" + folder.keys(),
                        "--logging.file.name=" + folder.log("bench"));
        return new RunningBank(folder, postgres, application);
    }

    private void fill(int customers) throws InterruptedException {
        Jobs jobs = application.getBean(Jobs.class);
        if (!jobs.hasSucceeded("demo-bank")) {
            String lastDay = application.getBean(BusinessClock.class).today().toString();
            run(
                    "demo-bank",
                    Map.of("customers", Integer.toString(customers), "seed", "7", "months", "24", "lastDay", lastDay));
        }
        Models models = application.getBean(Models.class);
        List<String> lacking = MODELS.stream()
                .filter(model -> models.champion(model).isEmpty())
                .toList();
        for (String model : lacking) {
            run("demo-models", Map.of("model", model));
        }
        // Tags of before the models have no scores.
        if (!lacking.isEmpty() || !jobs.hasSucceeded("tag-run")) {
            run("tag-run", Map.of());
        }
        if (!jobs.hasSucceeded("compliance-intake")) {
            run("compliance-intake", Map.of());
        }
        quieten();
    }

    private void run(String name, Map<String, String> input) throws InterruptedException {
        Jobs jobs = application.getBean(Jobs.class);
        long id = jobs.request(name, "", input, Jobs.SYSTEM).id();
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += GLANCE.toMillis()) {
            JobRun run = jobs.find(id).orElseThrow();
            if (run.state().isOver()) {
                if (!run.faults().isEmpty()) {
                    throw new IllegalStateException(name + ": " + run.faults());
                }
                return;
            }
            Thread.sleep(GLANCE.toMillis());
        }
        throw new IllegalStateException(name + " is not over after " + PATIENCE);
    }

    /** Waits until no job is at work: filling the bank asks for others by itself. */
    private void quieten() throws InterruptedException {
        Jobs jobs = application.getBean(Jobs.class);
        for (long waited = 0; waited < PATIENCE.toMillis() && !jobs.active().isEmpty(); waited += GLANCE.toMillis()) {
            Thread.sleep(GLANCE.toMillis());
        }
    }

    int port() {
        return Integer.parseInt(
                Objects.requireNonNull(application.getEnvironment().getProperty("local.server.port")));
    }

    /** How many of the models whose scores decisions read are in force. */
    long modelsInForce() {
        Models models = application.getBean(Models.class);
        return MODELS.stream()
                .filter(model -> models.champion(model).isPresent())
                .count();
    }

    /** A part of the application. */
    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    JdbcClient database() {
        return application.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        application.close();
        postgres.close();
        folder.close();
    }
}
