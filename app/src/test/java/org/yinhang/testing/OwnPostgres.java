package org.yinhang.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A second database in the PostgreSQL of the test run, with a data folder of its own. */
public final class OwnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Database {
        static final String URL = RealPostgres.newDatabase("living");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        new RealPostgres().initialize(context);
        TestPropertyValues.of("spring.datasource.url=" + Database.URL).applyTo(context);
    }
}
