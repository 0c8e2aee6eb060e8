package org.yinhang.access.internal;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.yinhang.access.Branches;
import org.yinhang.access.DemoStaff;
import org.yinhang.access.NewUser;
import org.yinhang.access.StaffUsers;
import org.yinhang.shared.Role;
import org.yinhang.shared.YinhangSettings;

/** Lets the first people in: the demo's invented staff, or one administrator whose password is printed once. */
@Component
@ConditionalOnWebApplication
class FirstStaff implements ApplicationRunner {

    private static final int PASSWORD_BYTES = 9;

    private final Branches branches;
    private final StaffUsers users;
    private final YinhangSettings settings;

    FirstStaff(Branches branches, StaffUsers users, YinhangSettings settings) {
        this.branches = branches;
        this.users = users;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.demo()) {
            addDemoStaff();
        } else if (users.isEmpty()) {
            addAdministrator();
        }
    }

    private void addDemoStaff() {
        // The codes are those of the simulated bank, whose tree grows from here once it is filled.
        if (branches.withCode("101001").isEmpty()) {
            branches.put("100000", "引航示范银行(模拟)总行", "Yinhang Demo Bank (simulated), head office", null);
            branches.put("101000", "引航示范银行(模拟)杭州分行", "Hangzhou branch", "100000");
            branches.put("101001", "引航示范银行(模拟)杭州城东支行", "Hangzhou East sub-branch", "101000");
        }
        for (DemoStaff person : DemoStaff.values()) {
            if (users.named(person.userName()).isEmpty()) {
                users.add(
                        new NewUser(
                                person.userName(),
                                person.displayName(),
                                person.branchCode(),
                                null,
                                Set.of(person.role()),
                                DemoStaff.PASSWORD,
                                false),
                        "system");
            }
        }
    }

    private void addAdministrator() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        // On the terminal once, on purpose: it is worthless after the first sign-in and is never logged. Said before it
        // holds, so
        // that whoever is killed in between is told another at the next start.
        System.out.println("First administrator: admin, password " + password + " (must be changed at sign-in)");
        branches.put("000000", "总行", "Head office", null);
        users.add(new NewUser("admin", "管理员", "000000", null, Set.of(Role.ADMINISTRATOR), password, true), "system");
    }
}
