package org.yinhang.launch;

import java.nio.file.Files;
import java.nio.file.Path;

/** A process that starts the embedded PostgreSQL, commits a row, and waits to be killed. */
final class AbandonedOwner {

    private AbandonedOwner() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        LocalPostgres server = LocalPostgres.start(DataFolder.open(folder));
        LocalPostgresIntegrationTests.run(
                server.address(), "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (42)");
        Files.createFile(folder.resolve("ready"));
        Thread.sleep(Long.MAX_VALUE);
    }
}
