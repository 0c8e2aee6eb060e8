package org.yinhang.ingest.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may set about loads.
 *
 * @param inbox the folder mapping files and the bank's files are looked for in; {@code inbox} in the data folder where
 *     none is set
 * @param memoryMib most memory of the engine in MiB; beyond it, a load works on disk
 */
@ConfigurationProperties("yinhang.ingest")
record IngestSettings(
        @Nullable Path inbox, @DefaultValue("2048") int memoryMib) {}
