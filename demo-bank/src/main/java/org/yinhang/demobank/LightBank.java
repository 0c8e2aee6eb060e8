package org.yinhang.demobank;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.life.Sketch;
import org.yinhang.demobank.person.People;
import org.yinhang.demobank.rows.BankRows;
import org.yinhang.demobank.world.World;
import org.yinhang.lake.LakeCommit;

/** A bank of size for benchmarks: who the customers are, what they hold, and about ten movements each. */
final class LightBank {

    private static final int REPORT_EVERY = 8_192;

    private final World world;
    private final DemoBankSettings settings;
    private final LakeCommit commit;

    LightBank(World world, DemoBankSettings settings, LakeCommit commit) {
        this.world = world;
        this.settings = settings;
        this.commit = commit;
    }

    Map<String, Long> write(Progress progress) {
        Map<String, Long> rows = new TreeMap<>();
        AtomicLong done = new AtomicLong();
        int firstDay = (int) settings.firstDay().toEpochDay();
        int lastDay = (int) settings.lastDay().toEpochDay();
        Units units = Units.ofSketches(settings.customers());
        units.each(settings.threads(), unit -> {
            try (BankRows out = new BankRows(commit)) {
                People people = new People(world);
                Sketch sketch = new Sketch(world, out, firstDay, lastDay);
                for (int c = units.first(unit); c < units.end(unit); c++) {
                    sketch.draw(people.of(c));
                    long now = done.incrementAndGet();
                    if (now % REPORT_EVERY == 0 || now == settings.customers()) {
                        synchronized (progress) {
                            progress.report("模拟客户", now, settings.customers());
                        }
                    }
                }
                synchronized (rows) {
                    out.counts().forEach((table, count) -> rows.merge(table, count, Long::sum));
                }
            }
        });
        return rows;
    }
}
