package org.yinhang.demobank.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yinhang.demobank.world.Branch;
import org.yinhang.demobank.world.City;
import org.yinhang.demobank.world.Employer;
import org.yinhang.demobank.world.Product;
import org.yinhang.demobank.world.ReferenceRate;
import org.yinhang.demobank.world.StaffList;
import org.yinhang.demobank.world.StaffMember;
import org.yinhang.demobank.world.World;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.TableWriter;

/** Rows of the reference tables that do not grow with the day: branches, staff, products, rates, employers. */
public final class ReferenceRows {

    private ReferenceRows() {}

    /** Writes every reference table but the households; gives the rows of each. */
    public static Map<String, Long> write(World world, LakeCommit commit) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("branches", branches(world, commit));
        counts.put("staff", staff(world, commit));
        counts.put("products", products(commit));
        counts.put("reference_rates", rates(commit));
        counts.put("employers", employers(world, commit));
        return counts;
    }

    private static long branches(World world, LakeCommit commit) {
        try (TableWriter writer = commit.writer("branches")) {
            for (Branch branch : world.branches().branches()) {
                writer.row()
                        .text(branch.code())
                        .text(branch.parent())
                        .text(branch.name())
                        .text(branch.level())
                        .text(branch.province())
                        .text(branch.city())
                        .end();
            }
        }
        return world.branches().branches().size();
    }

    private static long staff(World world, LakeCommit commit) {
        long rows = 0;
        try (TableWriter writer = commit.writer("staff")) {
            for (StaffMember member : StaffList.of(world.seed(), world.branches())) {
                writer.row()
                        .text(member.staff())
                        .text(member.branch())
                        .text(member.name())
                        .text(member.role())
                        .text(member.line())
                        .date(member.joinedOn())
                        .end();
                rows++;
            }
        }
        return rows;
    }

    private static long products(LakeCommit commit) {
        try (TableWriter writer = commit.writer("products")) {
            for (Product product : Product.SHELF) {
                TableWriter row = writer.row()
                        .text(product.code())
                        .text(product.name())
                        .text(product.nameEn())
                        .text(product.family())
                        .rate(product.rateFloor())
                        .rate(product.rateCeiling())
                        .money(product.limitFloor())
                        .money(product.limitCeiling());
                row = product.termMonths() == 0 ? row.absent() : row.integer(product.termMonths());
                row.text(product.repayment().isEmpty() ? null : product.repayment())
                        .end();
            }
        }
        return Product.SHELF.size();
    }

    private static long rates(LakeCommit commit) {
        try (TableWriter writer = commit.writer("reference_rates")) {
            for (ReferenceRate rate : ReferenceRate.ALL) {
                writer.row()
                        .text(rate.series())
                        .date(Math.toIntExact(rate.from().toEpochDay()))
                        .rate(rate.ppm())
                        .end();
            }
        }
        return ReferenceRate.ALL.size();
    }

    private static long employers(World world, LakeCommit commit) {
        long rows = 0;
        try (TableWriter writer = commit.writer("employers")) {
            for (Employer employer : world.employers().all()) {
                City city = world.city(employer.city());
                writer.row()
                        .text(employer.code())
                        .text(employer.name())
                        .text(employer.industry())
                        .integer(employer.admissionClass())
                        .text(employer.stability())
                        .text(city.name())
                        .integer(employer.staffCount())
                        .flag(employer.partner())
                        .flag(employer.payroll())
                        .end();
                rows++;
            }
        }
        return rows;
    }
}
