package org.yinhang.testing;

import java.time.LocalDate;
import java.util.Map;
import org.yinhang.demobank.DemoBank;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.tag.TagShelf;

/** The bank of the tests that play days. */
public final class LivingBank {

    /** Days the demo's sample campaigns were played when it opens. */
    private static final int PLAYED = 40;

    private final Jobs jobs;
    private final BusinessClock clock;
    private final TagShelf shelf;
    private final Lake lake;
    private final YinhangSettings settings;

    LivingBank(Jobs jobs, BusinessClock clock, TagShelf shelf, Lake lake, YinhangSettings settings) {
        this.jobs = jobs;
        this.clock = clock;
        this.shelf = shelf;
        this.lake = lake;
        this.settings = settings;
    }

    /** Fills it, with tags and ledgers, where that is not done. */
    public void fill() {
        FilledBank.withTags(jobs, clock, shelf);
        FilledBank.withLedgers(jobs);
    }

    /** Fills it and plays the demo's sample campaigns, where that is not done. */
    public void open() {
        fill();
        if (!jobs.hasSucceeded("demo-samples")) {
            LocalDate opening = bank().businessDate().plusDays(PLAYED);
            FilledBank.run(jobs, "demo-samples", Map.of("opening", opening.toString()));
        }
    }

    /** The bank as it stands. */
    public DemoBank bank() {
        return DemoBank.resume(lake, settings.dataFolder().resolve("demo-bank"));
    }
}
