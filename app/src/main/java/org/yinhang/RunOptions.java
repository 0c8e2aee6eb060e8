package org.yinhang;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options {@code demo} and {@code serve} share. */
final class RunOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder everything is kept in (default: ${DEFAULT-VALUE}).",
            defaultValue = "data")
    Path data = Path.of("data");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the web pages, 0 for any free one (default: ${DEFAULT-VALUE}).",
            defaultValue = "8080")
    int port;

    @Option(
            names = "--address",
            paramLabel = "IP",
            description = "Network address to listen on (default: ${DEFAULT-VALUE}, this machine only).",
            defaultValue = "127.0.0.1")
    String address = "127.0.0.1";
}
