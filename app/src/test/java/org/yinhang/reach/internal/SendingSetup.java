package org.yinhang.reach.internal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.jobs.Jobs;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.Dispatches;
import org.yinhang.shared.BusinessClock;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.TestTouches;

/** What every test of sending stands on: the bank, waves, a gateway that counts, and the loop at rest. */
@ApplicationTest
abstract class SendingSetup {

    @Autowired
    Dispatches dispatches;

    @Autowired
    Sending sending;

    @Autowired
    SendingLoop loop;

    @Autowired
    Jobs jobs;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory application;

    final StandInGateway gateway = new StandInGateway();
    Waves waves;

    /** Sets the channel of text messages; the gateway stands in for the real one. */
    abstract void openChannel();

    @BeforeEach
    void prepare() {
        FilledBank.fill(jobs, clock);
        loop.stop();
        waves = Waves.of(application);
        openChannel();
    }

    @AfterEach
    void tidyUp() {
        TestTouches.forget(jdbc);
        gateway.close();
        jdbc.sql("UPDATE dispatch SET state = 'killed' WHERE state <> 'finished'")
                .update();
        sending.tidy();
        waves.channel("sms", ChannelKind.DESK, "");
        loop.start();
    }
}
