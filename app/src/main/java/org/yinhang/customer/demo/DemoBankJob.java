package org.yinhang.customer.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinhang.access.DemoStaff;
import org.yinhang.access.StaffUsers;
import org.yinhang.core.fault.FaultException;
import org.yinhang.customer.CustomerRefresh;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.customer.RefreshState;
import org.yinhang.customer.internal.StaffRepository;
import org.yinhang.demobank.DemoBank;
import org.yinhang.demobank.DemoBankSettings;
import org.yinhang.demobank.Detail;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.lake.Lake;
import org.yinhang.lake.dictionary.CustomerDictionary;
import org.yinhang.lake.dictionary.IdentifierKey;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.YinhangSettings;

/**
 * Fills the installation with the simulated bank. Killed at any point, it begins again: the lake shows the whole history
 * or none of it, personal data and operational rows are replaced and never doubled.
 */
@Component
class DemoBankJob implements JobHandler {

    static final String NAME = "demo-bank";

    private static final String CUSTOMERS = "customers";
    private static final String SEED = "seed";
    private static final String MONTHS = "months";
    private static final String LAST_DAY = "lastDay";

    private final Lake lake;
    private final PersonalRecords personal;
    private final CustomerRefresh refresh;
    private final StaffRepository staff;
    private final StaffUsers users;
    private final BusinessClock clock;
    private final YinhangSettings settings;

    DemoBankJob(
            Lake lake,
            PersonalRecords personal,
            CustomerRefresh refresh,
            StaffRepository staff,
            StaffUsers users,
            BusinessClock clock,
            YinhangSettings settings) {
        this.lake = lake;
        this.personal = personal;
        this.refresh = refresh;
        this.staff = staff;
        this.users = users;
        this.clock = clock;
        this.settings = settings;
    }

    /** What a request of this job must say. */
    static Map<String, String> input(DemoBankChoice choice, LocalDate lastDay) {
        return Map.of(
                CUSTOMERS, Integer.toString(choice.customers()),
                SEED, Long.toString(choice.seed()),
                MONTHS, Integer.toString(choice.months()),
                LAST_DAY, lastDay.toString());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) {
        LocalDate lastDay = LocalDate.parse(context.input().get(LAST_DAY));
        if (lake.current().table("customers").rows() == 0) {
            generate(context, lastDay);
        }
        clock.moveTo(Optional.of(businessDate(lastDay)));
        RefreshState state = refresh.run(context.progress());
        employ();
        context.result("job.told.demo-bank", state.customers(), state.asOf().toString());
    }

    /** The day the bank stands on; the one asked for where it was killed before it noted that. */
    private LocalDate businessDate(LocalDate lastDay) {
        try {
            return DemoBank.resume(lake, bankFolder()).businessDate();
        } catch (FaultException e) {
            return lastDay;
        }
    }

    private Path bankFolder() {
        return settings.dataFolder().resolve("demo-bank");
    }

    private void generate(JobContext context, LocalDate lastDay) {
        Map<String, String> input = context.input();
        int customers = Integer.parseInt(input.get(CUSTOMERS));
        LocalDate firstDay =
                lastDay.minusMonths(Integer.parseInt(input.get(MONTHS))).plusDays(1);
        CustomerDictionary dictionary =
                CustomerDictionary.open(lake.folder(), IdentifierKey.inFolder(settings.keysFolder()));
        DemoBank.generate(
                lake,
                new DemoBankSettings(
                        Long.parseLong(input.get(SEED)),
                        customers,
                        firstDay,
                        lastDay,
                        Detail.FULL,
                        Runtime.getRuntime().availableProcessors(),
                        bankFolder()),
                new PersonalIntake(personal, dictionary, firstDay.atStartOfDay().toInstant(ZoneOffset.UTC), customers),
                context.progress());
    }

    /** The demo's account manager becomes the one who keeps most customers of the demo's branch. */
    private void employ() {
        staff.busiestManagerBelow(DemoStaff.HEAD.branchCode()).ifPresent(manager -> users.named(
                        DemoStaff.MANAGER.userName())
                .filter(user -> !user.staffCode().equals(Optional.of(manager.code())))
                .ifPresent(user -> users.employ(user, manager.branchCode(), manager.code(), manager.name(), "system")));
    }
}
