package org.yinhang.model;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.shared.YinhangSettings;

/** Where the models of this installation lie. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    @Bean
    ModelFolder modelFolder(YinhangSettings settings) {
        return new ModelFolder(settings.dataFolder().resolve("models"));
    }
}
