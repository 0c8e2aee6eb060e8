package org.yinhang.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.yinhang.shared.Lot;

/** Laws of assignments. */
class AssignmentPropertyTests {

    private static final List<CampaignArm> TWO = List.of(new CampaignArm("a", 30), new CampaignArm("b", 70));

    @Property
    void askingAgainGivesTheSameAnswer(
            @ForAll @StringLength(max = 20) String salt,
            @ForAll @IntRange(min = 0) int customer,
            @ForAll @IntRange(max = 90) int control) {
        assertThat(Assignment.arm(salt, customer, control, TWO))
                .isEqualTo(Assignment.arm(salt, customer, control, TWO));
    }

    @Property(tries = 200)
    void aLargerControlGroupHoldsTheSmallerOneAndMovesNobodyBetweenArms(
            @ForAll @StringLength(max = 20) String salt,
            @ForAll @IntRange(min = 0) int customer,
            @ForAll @IntRange(max = 44) int smaller,
            @ForAll @IntRange(max = 45) int more) {
        String before = Assignment.arm(salt, customer, smaller, TWO);
        String after = Assignment.arm(salt, customer, smaller + more, TWO);
        assertThat(after).isIn(before, Assignment.CONTROL);
    }

    @Property(tries = 20)
    void sharesAreWhatWasAskedForWithinFiveDeviations(@ForAll @StringLength(max = 20) String salt) {
        int customers = 20_000;
        Map<String, Integer> counts = new HashMap<>();
        for (int customer = 0; customer < customers; customer++) {
            counts.merge(Assignment.arm(salt, customer, 20, TWO), 1, Integer::sum);
        }
        assertNear(counts.getOrDefault(Assignment.CONTROL, 0), customers, 0.20);
        assertNear(counts.getOrDefault("a", 0), customers, 0.24);
        assertNear(counts.getOrDefault("b", 0), customers, 0.56);
    }

    private static void assertNear(int found, int customers, double share) {
        double deviation = Math.sqrt(customers * share * (1 - share));
        assertThat(Math.abs(found - customers * share)).isLessThan(5 * deviation);
    }

    @Property(tries = 20)
    void differentSaltsKnowNothingOfEachOther(@ForAll @IntRange(min = 1, max = 1_000_000) int number) {
        int both = 0;
        int customers = 20_000;
        for (int customer = 0; customer < customers; customer++) {
            boolean one = Lot.place("s" + number, customer) < 5_000;
            boolean other = Lot.place("t" + number, customer) < 5_000;
            both += one && other ? 1 : 0;
        }
        assertNear(both, customers, 0.25);
    }
}
