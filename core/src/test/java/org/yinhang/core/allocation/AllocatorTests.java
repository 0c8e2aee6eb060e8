package org.yinhang.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllocatorTests {

    @Test
    void givesTheScarceChannelToWhomItHelpsMost() {
        // Two customers, one call: the first loses 10 by getting the message, the second 90.
        ContactOptions options = ContactOptions.over(1, 2)
                .customer()
                .option(100)
                .uses(0, 1)
                .option(90)
                .uses(1, 1)
                .customer()
                .option(95)
                .uses(0, 1)
                .option(5)
                .uses(1, 1)
                .build();
        Allocation plan = Allocator.allocate(options);
        assertThat(plan.chosen()).containsExactly(1, 2);
        assertThat(plan.value()).isEqualTo(185);
        assertThat(plan.gap()).isLessThan(1e-6);
        assertThat(plan.shadowPrices()[0]).isBetween(9.999, 90.001);
    }

    @Test
    void leavesOutWhoCostsMoreThanTheyBring() {
        Allocation plan = Allocator.allocate(
                ContactOptions.over(10).customer().option(-1).uses(0, 1).build());
        assertThat(plan.chosen()).containsExactly(-1);
        assertThat(plan.value()).isZero();
    }
}
