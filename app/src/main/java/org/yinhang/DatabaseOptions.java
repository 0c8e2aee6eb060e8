package org.yinhang;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.launch.BankPostgres;
import org.yinhang.launch.DatabaseAddress;
import picocli.CommandLine.Option;

/** Where the application's database is. */
final class DatabaseOptions {

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "JDBC address of the bank's PostgreSQL 14 or newer; serve without it runs one under --data.")
    private @Nullable String url;

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            description = "Role to connect as (default: ${DEFAULT-VALUE}).",
            defaultValue = "yinhang")
    private String user = "yinhang";

    @Option(
            names = "--database-password",
            paramLabel = "PASSWORD",
            description = "Asked for when the option is given without a value.",
            arity = "0..1",
            interactive = true,
            defaultValue = "${env:YINHANG_DATABASE_PASSWORD}")
    private @Nullable String password;

    /**
     * The address of an installation that is there, if one was given, once it is known that it answers.
     *
     * @throws org.yinhang.core.fault.FaultException when it does not
     */
    Optional<DatabaseAddress> address() {
        return given().map(BankPostgres::reach);
    }

    /**
     * The address an installation is to live at, if one was given, once it is known that it can.
     *
     * @throws org.yinhang.core.fault.FaultException when it cannot
     */
    Optional<DatabaseAddress> home() {
        return given().map(BankPostgres::check);
    }

    private Optional<DatabaseAddress> given() {
        return Optional.ofNullable(url)
                .map(given -> new DatabaseAddress(given, user, password == null ? "" : password));
    }
}
