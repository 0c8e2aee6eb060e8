package org.yinhang.demobank.world;

import java.util.ArrayList;
import java.util.List;

/** Everybody who works at the bank: managers of customers, heads, the credit factory, the call centre. */
public final class StaffList {

    private static final int CREDIT_OPERATORS = 24;
    private static final int CALLERS = 40;

    private StaffList() {}

    /** The whole staff as a function of the seed and the branch tree. */
    public static List<StaffMember> of(long seed, BranchTree tree) {
        List<StaffMember> staff = new ArrayList<>();
        Dice dice = new Dice(seed);
        for (Outlet outlet : tree.outlets()) {
            for (int i = 0; i < outlet.managers(); i++) {
                hire(staff, dice, outlet.manager(i), outlet.code(), "account_manager", "field");
            }
            hire(staff, dice, outlet.code() + "-H01", outlet.code(), "branch_head", "field");
        }
        for (Branch branch : tree.branches()) {
            if ("subbranch".equals(branch.level())) {
                hire(staff, dice, branch.code() + "-T01", branch.code(), "team_head", "field");
            } else if ("branch".equals(branch.level())) {
                hire(staff, dice, branch.code() + "-H01", branch.code(), "branch_head", "field");
            }
        }
        for (int i = 0; i < CREDIT_OPERATORS; i++) {
            hire(staff, dice, "100000-C%02d".formatted(i + 1), "100000", "credit_operator", "online");
        }
        for (int i = 0; i < CALLERS; i++) {
            hire(staff, dice, caller(i), "100000", "caller", "online");
        }
        return staff;
    }

    /** Staff number of a seat in the call centre. */
    public static String caller(int number) {
        return "100000-K%02d".formatted(number % CALLERS + 1);
    }

    private static void hire(
            List<StaffMember> staff, Dice dice, String number, String branch, String role, String line) {
        dice.about(staff.size()).forever(Purpose.BRANCH);
        String name = PersonNames.name(dice, dice.chance(0.5));
        staff.add(new StaffMember(number, branch, name, role, line, 16_000 + dice.below(3_000)));
    }
}
