package org.yinhang.tag;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinhang.lake.tag.TagRuns;
import org.yinhang.shared.YinhangSettings;

/** Where the tags of this installation lie. */
@Configuration(proxyBeanMethods = false)
class TagConfiguration {

    @Bean
    TagRuns tagRuns(YinhangSettings settings) {
        return new TagRuns(settings.dataFolder().resolve("tags"));
    }
}
