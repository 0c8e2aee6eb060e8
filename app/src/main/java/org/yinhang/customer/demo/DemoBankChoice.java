package org.yinhang.customer.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which simulated bank a demo is filled with.
 *
 * @param customers how many; 0 for none
 * @param seed everything follows from it
 * @param months of history
 */
@ConfigurationProperties("yinhang.demo-bank")
record DemoBankChoice(
        @DefaultValue("50000") int customers,
        @DefaultValue("1") long seed,
        @DefaultValue("24") int months) {}
