package org.yinhang.demobank;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.contact.ContactAction;
import org.yinhang.demobank.contact.ContactAnswer;
import org.yinhang.demobank.contact.ContactResult;
import org.yinhang.demobank.life.CampaignCodes;
import org.yinhang.demobank.rows.ReferenceRows;
import org.yinhang.demobank.world.BranchTree;
import org.yinhang.demobank.world.Day;
import org.yinhang.demobank.world.World;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.Snapshot;

/**
 * A simulated retail bank that stands on a business date and can be played one day further. Everything follows from a
 * seed: the same seed and the same contacts give the same rows, whatever the threads.
 */
public final class DemoBank {

    private static final int HOURS = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Lake lake;
    private final DemoBankSettings settings;
    private final BankFolder folder;
    private final World world;

    private DemoBank(Lake lake, DemoBankSettings settings) {
        this.lake = lake;
        this.settings = settings;
        this.folder = new BankFolder(settings.state());
        this.world = world(settings);
    }

    /**
     * Makes a bank with its whole history in an empty lake; nothing is visible before all of it is.
     *
     * @throws FaultException when the lake already has customers or a folder cannot be written
     */
    public static DemoBank generate(Lake lake, DemoBankSettings settings, PersonalRows personal, Progress progress) {
        DemoBank bank = new DemoBank(lake, settings);
        try (LakeCommit commit = lake.begin()) {
            if (commit.base().table("customers").rows() > 0) {
                throw new FaultException(Fault.of(
                        "DMB-1002",
                        "The lake already has customers.",
                        lake.folder().toString(),
                        "Give an empty folder to a new demo bank."));
            }
            bank.folder.found(settings);
            Map<String, Long> rows = new TreeMap<>(ReferenceRows.write(bank.world, commit));
            rows.putAll(bank.past(commit, progress));
            if (personal != PersonalRows.NONE) {
                progress.report("登记客户", 0, settings.customers());
                new PersonalRecords(bank.world).deliver(personal);
            }
            commit.publish(bank.records(settings.lastDay(), rows));
        }
        bank.folder.turnTo(settings.lastDay());
        return bank;
    }

    private Map<String, Long> past(LakeCommit commit, Progress progress) {
        LocalDate lastDay = settings.lastDay();
        Path into = folder.begin(lastDay);
        Map<String, Long> rows =
                switch (settings.detail()) {
                    case FULL -> {
                        CampaignCodes campaigns = new CampaignCodes(List.of());
                        Simulation simulation = new Simulation(world, campaigns, settings.threads(), commit);
                        simulation.history(settings.firstDay(), lastDay, into, progress);
                        yield simulation.rows();
                    }
                    case LIGHT -> new LightBank(world, settings, commit).write(progress);
                };
        folder.complete(lastDay, List.of());
        return rows;
    }

    /**
     * Goes on with a bank made earlier, on the day on which it stands.
     *
     * @param state the folder given when it was made
     * @throws FaultException when there is none
     */
    public static DemoBank resume(Lake lake, Path state) {
        BankFolder folder = new BankFolder(state);
        DemoBankSettings settings = folder.settings(Runtime.getRuntime().availableProcessors());
        DemoBank bank = new DemoBank(lake, settings);
        Snapshot snapshot = lake.current();
        folder.completeDays().stream()
                .filter(day -> !folder.stands() || day.isAfter(folder.current()))
                .filter(day -> snapshot.contains(bank.fingerprint(day, "customers")))
                .reduce((_, later) -> later)
                // Killed between publishing the day and turning to it: the day is complete on both sides.
                .ifPresent(folder::turnTo);
        if (!folder.stands()) {
            throw new FaultException(Fault.of(
                    "DMB-1008",
                    "The demo bank was never finished.",
                    state.toString(),
                    "Make it again; the lake shows nothing of the attempt."));
        }
        return bank;
    }

    /** Whether a bank was finished in this folder. */
    public static boolean isThere(Path state) {
        return new BankFolder(state).stands();
    }

    /** The business date on which the bank stands. */
    public LocalDate businessDate() {
        return folder.current();
    }

    /** Number of customers, numbered from 0. */
    public int customers() {
        return settings.customers();
    }

    /** The known truth about the day after the business date. */
    public Truth truth() {
        full();
        return new Truth(folder.day(businessDate()), settings.customers());
    }

    /**
     * Plays one more day: customers live their ordinary life and answer these contacts, and the new rows are appended to
     * the lake.
     *
     * @throws FaultException when the day is not the next one or an action cannot be carried out; then nothing changes
     */
    public DayReport advance(LocalDate day, List<ContactAction> actions, Progress progress) {
        check(actions);
        Map<Integer, List<ContactAction>> byCustomer = new HashMap<>();
        for (ContactAction action : actions) {
            byCustomer
                    .computeIfAbsent(action.customer(), c -> new ArrayList<>())
                    .add(action);
        }
        byCustomer.values().forEach(list -> list.sort(Comparator.comparingInt(ContactAction::hour)));
        return advance(day, day, byCustomer, actions, progress);
    }

    /** Plays one more day in which the bank contacts as it did throughout its history. */
    public DayReport advanceByOldPolicy(LocalDate day, Progress progress) {
        return advance(day, day, null, List.of(), progress);
    }

    /**
     * Plays all days up to one, in which nobody is contacted: many in one pass and one load, much quicker than one by one.
     *
     * @throws FaultException when the day is not later than the present one
     */
    public DayReport rest(LocalDate until, Progress progress) {
        return advance(businessDate().plusDays(1), until, Map.of(), List.of(), progress);
    }

    /** What customers answered, on the business date, to contacts that another system writes down. */
    public List<ContactAnswer> answers() {
        return AnswerFile.read(folder.day(businessDate()));
    }

    private DayReport advance(
            LocalDate day,
            LocalDate until,
            @Nullable Map<Integer, List<ContactAction>> byCustomer,
            List<ContactAction> actions,
            Progress progress) {
        full();
        LocalDate today = businessDate();
        if (!day.equals(today.plusDays(1)) || until.isBefore(day)) {
            throw new FaultException(Fault.of(
                    "DMB-1005",
                    "The bank stands on %s and cannot play %s.".formatted(today, until.isBefore(day) ? until : day),
                    "day",
                    "Play %s.".formatted(today.plusDays(1))));
        }
        CampaignCodes campaigns = new CampaignCodes(folder.campaigns(today));
        actions.forEach(action -> campaigns.add(action.campaign()));
        List<ContactResult> results;
        Map<String, Long> rows;
        try (LakeCommit commit = lake.begin(PATIENCE)) {
            Simulation simulation = new Simulation(world, campaigns, settings.threads(), commit);
            Path into = folder.begin(until);
            results = simulation.days(days(day, until), byCustomer, folder.day(today), into, progress);
            rows = simulation.rows();
            AnswerFile.write(
                    into,
                    results.stream()
                            .filter(result -> !result.action().isWritten())
                            .map(ContactAnswer::of)
                            .toList());
            folder.complete(until, campaigns.later());
            commit.publish(records(until, rows));
        }
        folder.turnTo(until);
        return new DayReport(until, rows, results);
    }

    private static List<Day> days(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .map(date -> Day.of((int) date.toEpochDay()))
                .toList();
    }

    private void check(List<ContactAction> actions) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            ContactAction action = actions.get(i);
            if (action.customer() < 0 || action.customer() >= settings.customers()) {
                faults.add(fault(i, "customer", "Give a number from 0 to %d.".formatted(settings.customers() - 1)));
            }
            if (action.hour() < 0 || action.hour() >= HOURS) {
                faults.add(fault(i, "hour", "Give an hour from 0 to 23."));
            }
            if (action.ratePpm() < 0 || action.ratePpm() > 1_000_000) {
                faults.add(fault(i, "ratePpm", "Give a rate from 0 to 1000000 millionths a year."));
            }
            if (action.record() < 0) {
                faults.add(fault(i, "record", "Give the number under which the contact is written down, or 0."));
            }
            if (action.campaign().isBlank() || action.campaign().indexOf('\n') >= 0) {
                faults.add(fault(i, "campaign", "Give the code of a campaign."));
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private static Fault fault(int index, String field, String next) {
        return Fault.of("DMB-1006", "A contact cannot be made.", "actions[%d].%s".formatted(index, field), next);
    }

    private void full() {
        if (settings.detail() != Detail.FULL) {
            throw new FaultException(Fault.of(
                    "DMB-1007",
                    "A light demo bank has no days to play and no known truth.",
                    settings.state().toString(),
                    "Make the bank in full detail."));
        }
    }

    private List<LoadRecord> records(LocalDate day, Map<String, Long> rows) {
        Instant at = Instant.EPOCH.plusMillis(Day.of((int) day.toEpochDay()).recordedAt() / 1_000);
        String source = "%s SIMULATED seed=%d customers=%d day=%s"
                .formatted(BranchTree.BANK, settings.seed(), settings.customers(), day);
        Map<String, Long> all = new TreeMap<>(rows);
        all.putIfAbsent("customers", 0L);
        List<LoadRecord> records = new ArrayList<>();
        all.forEach(
                (table, count) -> records.add(new LoadRecord(fingerprint(day, table), source, table, count, 0, at)));
        return records;
    }

    private String fingerprint(LocalDate day, String table) {
        return "demo-bank/%d/%d/%s/%s/%s"
                .formatted(settings.seed(), settings.customers(), settings.firstDay(), day, table);
    }

    private static World world(DemoBankSettings settings) {
        return new World(
                settings.seed(), settings.customers(), (int) settings.firstDay().toEpochDay());
    }
}
