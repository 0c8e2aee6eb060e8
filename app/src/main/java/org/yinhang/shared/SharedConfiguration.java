package org.yinhang.shared;

import java.time.Clock;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The beans that belong to no one capability. */
@Configuration(proxyBeanMethods = false)
class SharedConfiguration {

    @Bean
    Clock clock(YinhangSettings settings) {
        return Clock.system(settings.zone());
    }

    /** The worker makes its beans when first used; this one is needed while others are closed. */
    @Bean
    static LazyInitializationExcludeFilter transactionsAreNeverLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(PlatformTransactionManager.class);
    }
}
