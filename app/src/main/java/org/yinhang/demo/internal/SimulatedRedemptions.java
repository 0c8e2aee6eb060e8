package org.yinhang.demo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.access.DemoStaff;
import org.yinhang.access.StaffUsers;
import org.yinhang.benefit.Grants;
import org.yinhang.core.progress.Progress;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/**
 * Simulated customers redeem what they were promised, by their known answers: who accepted an offer comes for what a visit earns, and
 * whoever's application or loan has come about hands in the code with its number. Through the service a person redeems with, so that
 * stock, budget and last day hold; what was redeemed before is passed over.
 */
@Component
class SimulatedRedemptions {

    private final DayRepository days;
    private final PlayedApplicationRepository applications;
    private final Grants grants;
    private final StaffUsers users;

    SimulatedRedemptions(
            DayRepository days, PlayedApplicationRepository applications, Grants grants, StaffUsers users) {
        this.days = days;
        this.applications = applications;
        this.grants = grants;
        this.users = users;
    }

    /** Redeems what is earned by the end of a day. */
    void redeem(LocalDate day, Progress progress) {
        List<PromisedBenefit> promised = days.promised(day);
        if (promised.isEmpty()) {
            return;
        }
        Map<Long, Long> applied = applications.reached("submitted");
        Map<Long, Long> borrowed = applications.reached("disbursed");
        Viewer desk = new SimulatedStaff(
                Set.of(Role.CREDIT_OPERATOR),
                users.named(DemoStaff.OPERATOR.userName()).orElseThrow().branchPath());
        long done = 0;
        for (PromisedBenefit one : promised) {
            Optional<String> reference =
                    switch (one.earnedBy()) {
                        case VISIT -> Optional.of("").filter(_ -> one.isAccepted());
                        case APPLICATION ->
                            Optional.ofNullable(applied.get(one.touch())).map(number -> Long.toString(number));
                        case LOAN ->
                            Optional.ofNullable(borrowed.get(one.touch())).map(number -> Long.toString(number));
                    };
            reference.ifPresent(number -> grants.redeem(one.token(), padded(number), desk));
            progress.report("核销权益 benefits", ++done, promised.size());
        }
    }

    /** Numbers of applications are as long as those of contracts. */
    private static String padded(String number) {
        return number.isEmpty() ? "" : "SIM-" + number;
    }
}
