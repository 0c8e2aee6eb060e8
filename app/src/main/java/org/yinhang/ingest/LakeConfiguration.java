package org.yinhang.ingest;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.lake.Lake;
import org.yinhang.shared.YinhangSettings;

/** The lake of this installation, in the data folder. */
@Configuration(proxyBeanMethods = false)
class LakeConfiguration {

    @Bean
    Lake lake(YinhangSettings settings, Clock clock) {
        return Lake.open(settings.dataFolder().resolve("lake"), clock);
    }
}
