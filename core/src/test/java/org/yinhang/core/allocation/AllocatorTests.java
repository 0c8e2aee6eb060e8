package org.yinhang.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.yinhang.core.fault.FaultException;

class AllocatorTests {

    @Test
    void givesTheScarceChannelToWhomItHelpsMost() {
        // Two customers, one call: the first loses 10 by getting the message, the second 90.
        ContactOptions options = ContactOptions.over(Limit.atMost("calls", 1), Limit.atMost("messages", 2))
                .customer(1)
                .option(0, 100)
                .draws(0, 1)
                .option(1, 90)
                .draws(1, 1)
                .customer(2)
                .option(0, 95)
                .draws(0, 1)
                .option(1, 5)
                .draws(1, 1)
                .build();
        Allocation plan = Allocator.allocate(options);
        assertThat(plan.chosen().stream().toArray()).containsExactly(1, 2);
        assertThat(plan.first(0)).isEqualTo(1);
        assertThat(plan.first(1)).isEqualTo(2);
        assertThat(plan.value()).isEqualTo(185);
        assertThat(plan.gap()).isLessThan(1e-4);
        assertThat(plan.shadowPrices()[0]).isBetween(9.99, 90.01);
    }

    @Test
    void leavesOutWhoCostsMoreThanTheyBring() {
        Allocation plan = Allocator.allocate(ContactOptions.over(Limit.atMost("calls", 10))
                .customer(1)
                .option(0, -1)
                .draws(0, 1)
                .build());
        assertThat(plan.first(0)).isEqualTo(-1);
        assertThat(plan.value()).isZero();
        assertThat(plan.gap()).isZero();
    }

    @Test
    void contactsAtALossOnlyAsManyAsALeastAsksFor() {
        ContactOptionsBuilder builder =
                ContactOptions.over(Limit.atMost("calls", 50), Limit.atLeast("calls to the countryside", 20));
        for (int customer = 0; customer < 200; customer++) {
            builder.customer(customer).option(0, 1_000 - 10 * customer).draws(0, 1);
            if (customer >= 100) {
                builder.draws(1, 1);
            }
        }
        Allocation plan = Allocator.allocate(builder.build());
        assertThat(plan.drawn()).containsExactly(50, 20);
        // The thirty best of the town and the twenty best of the countryside, the last of them at a loss of 190.
        assertThat(plan.value()).isEqualTo(30 * 1_000 - 10 * 435 - 10 * 190);
        assertThat(plan.gap()).isLessThan(2e-3);
        assertThat(plan.shadowPrices()[0]).isCloseTo(700, within(11.0));
        assertThat(plan.shadowPrices()[1]).isCloseTo(890, within(21.0));
    }

    @Test
    void keepsAShareOfWhateverIsContacted() {
        // A third of all contacts at least goes to women: each contact of a man draws 1/3, each of a woman −2/3.
        ContactOptionsBuilder builder = ContactOptions.over(Limit.atMost("share of men", 0), Limit.atMost("calls", 90));
        for (int customer = 0; customer < 400; customer++) {
            boolean isWoman = customer % 4 == 0;
            builder.customer(customer)
                    .option(0, isWoman ? 100 + customer : 1_000 + customer)
                    .draws(0, isWoman ? -2.0 / 3 : 1.0 / 3)
                    .draws(1, 1);
        }
        Allocation plan = Allocator.allocate(builder.build());
        long women = plan.chosen().stream().filter(o -> o % 4 == 0).count();
        assertThat(plan.chosen().cardinality()).isEqualTo(90);
        assertThat(women).isEqualTo(30);
    }

    @Test
    void choosesSeveralOptionsOfOneCustomerWhereAllowed() {
        ContactOptions options = ContactOptions.over(Limit.atMost("calls", 3))
                .perCustomer(2)
                .customer(1)
                .option(0, 50)
                .draws(0, 1)
                .option(1, 40)
                .draws(0, 1)
                .option(2, 30)
                .draws(0, 1)
                .customer(2)
                .option(0, 35)
                .draws(0, 1)
                .option(1, 5)
                .draws(0, 1)
                .build();
        Allocation plan = Allocator.allocate(options);
        assertThat(plan.chosen().stream().toArray()).containsExactly(0, 1, 3);
        assertThat(plan.value()).isEqualTo(125);
        assertThat(plan.shadowPrices()[0]).isBetween(4.9, 35.1);
    }

    @Test
    void namesOnlyTheLimitsInConflict() {
        ContactOptionsBuilder builder = ContactOptions.over(
                Limit.atMost("budget", 1_000_000),
                Limit.atMost("calls", 30),
                Limit.atMost("messages", 50),
                Limit.atLeast("calls of branch A", 20),
                Limit.atLeast("calls of branch B", 15));
        for (int customer = 0; customer < 300; customer++) {
            builder.customer(customer)
                    .option(0, 100 + customer)
                    .draws(0, 500)
                    .draws(1, 1)
                    .draws(customer % 2 == 0 ? 3 : 4, 1)
                    .option(1, 60)
                    .draws(0, 5)
                    .draws(2, 1);
        }
        ContactOptions options = builder.build();
        assertThatThrownBy(() -> Allocator.allocate(options))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("ALC-1001")
                .hasMessageContaining("calls at most 30, calls of branch A at least 20, calls of branch B at least 15.")
                .hasMessageNotContaining("budget")
                .hasMessageNotContaining("messages");
    }

    @Test
    void anEmptyProblemHasAnEmptyPlan() {
        Allocation plan =
                Allocator.allocate(ContactOptions.over(Limit.atMost("calls", 1)).build());
        assertThat(plan.value()).isZero();
        assertThat(plan.chosen().isEmpty()).isTrue();
    }
}
