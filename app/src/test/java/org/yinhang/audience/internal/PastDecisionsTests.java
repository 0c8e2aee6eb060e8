package org.yinhang.audience.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yinhang.audience.Decisions;
import org.yinhang.core.audience.Audience;

class PastDecisionsTests {

    private final PastDecisions.Gathering gathering = new PastDecisions.Gathering();

    private void refused(int from, int until, String reason) {
        IntStream.range(from, until).forEach(customer -> gathering.refused(customer, reason));
    }

    private static Audience customers(int from, int until) {
        return Audience.of(IntStream.range(from, until).toArray());
    }

    @Test
    void onlyApplicationsOfMembersCount() {
        IntStream.range(0, 3000).forEach(gathering::approved);
        refused(2000, 2100, "income");
        refused(2050, 2080, "overdue");

        Decisions found = gathering.done().of(customers(1990, 2060));

        assertThat(found.approved()).isEqualTo(70);
        assertThat(found.refused()).isEqualTo(70);
        assertThat(found.rate()).isEqualTo(0.5);
        assertThat(found.reasons())
                .containsExactly(new Decisions.Reason("income", 60), new Decisions.Reason("overdue", 10));
    }

    @Test
    void nothingIsToldOfFewerThanTenApplicants() {
        IntStream.range(0, 9).forEach(gathering::approved);
        refused(0, 9, "income");
        PastDecisions nine = gathering.done();

        assertThat(nine.ofBank()).isEqualTo(Decisions.UNTOLD);

        gathering.approved(9);
        assertThat(gathering.done().ofBank().decided()).isEqualTo(19);
        assertThat(gathering.done().ofBank().reasons()).isEmpty();
    }

    @Test
    void smallReasonsAreToldTogether() {
        refused(0, 30, "income");
        refused(100, 106, "fraud");
        refused(200, 205, "age");

        assertThat(gathering.done().ofBank().reasons())
                .containsExactly(new Decisions.Reason("income", 30), new Decisions.Reason(Decisions.OTHER, 11));
    }

    @Test
    void aSmallReasonCannotBeFoundByWhatIsLeftOfTheTotal() {
        refused(0, 30, "income");
        refused(50, 65, "overdue");
        refused(100, 103, "fraud");

        assertThat(gathering.done().ofBank().reasons())
                .as("three alone would be the total less the others")
                .containsExactly(new Decisions.Reason("income", 30), new Decisions.Reason(Decisions.OTHER, 18));
    }

    @Test
    void oneCustomerRefusedManyTimesIsNoGroup() {
        IntStream.range(0, 20).forEach(i -> gathering.refused(7, "fraud"));
        IntStream.range(100, 120).forEach(gathering::approved);

        assertThat(gathering.done().ofBank().refused()).isEqualTo(20);
        assertThat(gathering.done().ofBank().reasons()).isEmpty();
    }
}
