package org.yinhang.ingest;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.yinhang.testing.RealPostgres;

/** An application of its own, with an empty database and an empty lake, for a bank that loads its own files. */
public final class EmptyBank implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        new RealPostgres().initialize(context);
        TestPropertyValues.of("spring.datasource.url=" + RealPostgres.newDatabase("own_bank"))
                .applyTo(context);
    }
}
