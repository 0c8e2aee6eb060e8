package org.yinhang.demobank;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.contact.ContactAction;
import org.yinhang.demobank.contact.ContactResult;
import org.yinhang.demobank.life.CampaignCodes;
import org.yinhang.demobank.life.CustomerState;
import org.yinhang.demobank.life.Life;
import org.yinhang.demobank.person.People;
import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.rows.BankRows;
import org.yinhang.demobank.world.Day;
import org.yinhang.demobank.world.World;
import org.yinhang.lake.LakeCommit;

/** Plays days for every customer, unit by unit, from one folder of states into the next. */
final class Simulation {

    private static final String STATE = "state";
    private static final int REPORT_EVERY = 1_024;

    private final World world;
    private final CampaignCodes campaigns;
    private final int threads;
    private final LakeCommit commit;
    private final Units units;
    private final Map<String, Long> rows = new TreeMap<>();
    private final AtomicLong done = new AtomicLong();

    Simulation(World world, CampaignCodes campaigns, int threads, LakeCommit commit) {
        this.world = world;
        this.campaigns = campaigns;
        this.threads = threads;
        this.commit = commit;
        this.units = Units.ofLives(world.customers());
    }

    /** Rows written, by table. */
    Map<String, Long> rows() {
        return rows;
    }

    /** The history of everybody, the bank contacting as it always did. */
    void history(LocalDate firstDay, LocalDate lastDay, Path into, Progress progress) {
        List<Day> days = new ArrayList<>();
        for (LocalDate date = firstDay; !date.isAfter(lastDay); date = date.plusDays(1)) {
            days.add(Day.of((int) date.toEpochDay()));
        }
        units.each(threads, unit -> {
            try (BankRows out = new BankRows(commit);
                    UnitFile states = UnitFile.create(into, STATE, unit, CustomerState.BYTES);
                    UnitFile truths = UnitFile.create(into, Truth.KIND, unit, Truth.BYTES)) {
                Life life = new Life(world, out, campaigns);
                People people = new People(world);
                for (int customer = units.first(unit); customer < units.end(unit); customer++) {
                    Person person = people.of(customer);
                    out.customers().household(person);
                    life.turnTo(person);
                    life.state().clear();
                    for (Day day : days) {
                        life.playByOldPolicy(day);
                    }
                    keep(life, days.getLast(), states, truths);
                    report(progress);
                }
                count(out);
            }
        });
    }

    /**
     * More days for everybody.
     *
     * @param days in their order, at least one
     * @param actions of the first day by customer, each list in the order of the clock; null lets the bank contact as it
     *     always did
     */
    List<ContactResult> days(
            List<Day> days,
            @Nullable Map<Integer, List<ContactAction>> actions,
            Path from,
            Path into,
            Progress progress) {
        Map<Integer, List<ContactResult>> results = new HashMap<>();
        units.each(threads, unit -> {
            List<ContactResult> here = new ArrayList<>();
            try (BankRows out = new BankRows(commit);
                    UnitFile before = UnitFile.read(from, STATE, unit, CustomerState.BYTES);
                    UnitFile states = UnitFile.create(into, STATE, unit, CustomerState.BYTES);
                    UnitFile truths = UnitFile.create(into, Truth.KIND, unit, Truth.BYTES)) {
                Life life = new Life(world, out, campaigns);
                People people = new People(world);
                Consumer<ContactResult> take = here::add;
                for (int customer = units.first(unit); customer < units.end(unit); customer++) {
                    life.turnTo(people.of(customer));
                    life.state().read(before.next());
                    List<ContactAction> own = actions == null ? null : actions.getOrDefault(customer, List.of());
                    for (Day day : days) {
                        if (own == null) {
                            life.playByOldPolicy(day);
                        } else {
                            life.play(day, own, take);
                            own = List.of();
                        }
                    }
                    keep(life, days.getLast(), states, truths);
                    report(progress);
                }
                count(out);
            }
            synchronized (results) {
                results.put(unit, here);
            }
        });
        List<ContactResult> all = new ArrayList<>();
        new TreeMap<>(results).values().forEach(all::addAll);
        return all;
    }

    private static void keep(Life life, Day day, UnitFile states, UnitFile truths) {
        life.state().write(states.next());
        Truth.encode(truths.next(), life.leaning(Day.of(day.number() + 1)), life.defaultProbability());
    }

    private void count(BankRows out) {
        synchronized (rows) {
            out.counts().forEach((table, count) -> rows.merge(table, count, Long::sum));
        }
    }

    private void report(Progress progress) {
        long now = done.incrementAndGet();
        if (now % REPORT_EVERY == 0 || now == world.customers()) {
            synchronized (progress) {
                progress.report("模拟客户", now, world.customers());
            }
        }
    }
}
