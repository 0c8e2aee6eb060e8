package org.yinhang;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.yinhang.launch.DatabaseAddress;

/** The application without pages and without worker, for a command that writes into its database. */
final class ConnectedApplication {

    private ConnectedApplication() {}

    /**
     * Connects to a database whose schema the application has made.
     *
     * @param keys the application's keys folder
     * @param settings more settings, such as {@code --yinhang.data-folder=data}
     */
    static ConfigurableApplicationContext open(DatabaseAddress database, Path keys, String... settings) {
        String[] fixed = {
            "--spring.flyway.enabled=false",
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--yinhang.keys-folder=" + keys.toAbsolutePath(),
            "--yinhang.worker=false",
            "--logging.level.root=WARN"
        };
        return new SpringApplicationBuilder(YinhangApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .lazyInitialization(true)
                .run(Stream.concat(Stream.of(fixed), Stream.of(settings)).toArray(String[]::new));
    }
}
