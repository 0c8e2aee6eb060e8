package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.testing.BankServer;
import org.yinhang.testing.OlderServer;
import org.yinhang.testing.Visitor;
import org.yinhang.testing.YinhangProcess;
import picocli.CommandLine;

/** {@code serve} on a PostgreSQL the bank runs: what it needs there, and what it says where that is missing. */
class ServeIntegrationTests {

    private static final String PASSWORD = "correct-horse";

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void prepare() {
        BankServer.role("bank_yinhang", PASSWORD);
        BankServer.role("bank_guest", PASSWORD);
        BankServer.database("bank_main", "OWNER bank_yinhang");
        BankServer.database(
                "bank_latin", "OWNER bank_yinhang ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
    }

    private String refusal(String url, String user, String password) {
        StringWriter errors = new StringWriter();
        CommandLine line = Yinhang.commandLine().setErr(new PrintWriter(errors));
        int code = line.execute(
                "serve",
                "--data=" + folder,
                "--port=0",
                "--database-url=" + url,
                "--database-user=" + user,
                "--database-password=" + password);
        assertThat(code).isEqualTo(1);
        assertThat(errors.toString()).hasLineCount(1).doesNotContain("guess", PASSWORD);
        return errors.toString();
    }

    @Test
    void worksOnTheBanksOwnServerAndGoesOnThereAfterARestart() throws Exception {
        String[] command = {
            "serve",
            "--data=" + folder.resolve("data"),
            "--port=0",
            "--database-url=" + BankServer.url("bank_main"),
            "--database-user=bank_yinhang"
        };
        Map<String, String> environment = Map.of("YINHANG_DATABASE_PASSWORD", PASSWORD);
        try (YinhangProcess yinhang = YinhangProcess.start(folder, environment, command)) {
            URI address = yinhang.ready();
            Matcher first = Pattern.compile("admin, password (\\w+)").matcher(yinhang.output());
            assertThat(first.find()).as(yinhang::output).isTrue();
            Visitor admin = Visitor.at(address, "admin", first.group(1));
            admin.submit(
                    "/account", "/account/password", Map.of("present", first.group(1), "wanted", "a-new-one-2026"));
            assertThat(admin.read("/system/users")).contains("管理员");
            assertThat(yinhang.worker().isAlive()).isTrue();
        }
        assertThat(folder.resolve("data/pg")).doesNotExist();
        try (YinhangProcess yinhang = YinhangProcess.start(folder, environment, command)) {
            Visitor admin = Visitor.at(yinhang.ready(), "admin", "a-new-one-2026");
            assertThat(admin.read("/system/users")).contains("管理员");
            assertThat(yinhang.output()).doesNotContain("First administrator");
        }
    }

    @Test
    void saysWhatIsWrongWithTheAddressOrTheOneWhoAsks() {
        assertThat(refusal("postgres://db/yinhang", "bank_yinhang", PASSWORD))
                .contains("RUN-1005", "jdbc:postgresql://HOST:5432/DATABASE");
        assertThat(refusal("jdbc:postgresql://127.0.0.1:1/yinhang", "bank_yinhang", PASSWORD))
                .contains("RUN-1006", "127.0.0.1:1", "Check host and port");
        assertThat(refusal(BankServer.url("bank_main"), "bank_yinhang", "guess"))
                .contains("RUN-1007", "bank_yinhang", "YINHANG_DATABASE_PASSWORD");
        assertThat(refusal(BankServer.url("bank_main"), "nobody", PASSWORD)).contains("RUN-1007", "nobody");
        assertThat(refusal(BankServer.url("bank_none"), "bank_yinhang", PASSWORD))
                .contains("RUN-1008", "CREATE DATABASE");
    }

    @Test
    void saysWhatTheServerOrTheDatabaseLacks() throws Exception {
        assertThat(refusal(BankServer.url("bank_main"), "bank_guest", PASSWORD))
                .contains("RUN-1012", "ALTER DATABASE bank_main OWNER TO bank_guest");
        assertThat(refusal(BankServer.url("bank_latin"), "bank_yinhang", PASSWORD))
                .contains("RUN-1013", "LATIN1", "ENCODING 'UTF8'");
        assertThat(refusal(
                        BankServer.url("bank_main") + "?options=-c%20default_transaction_read_only=on",
                        "bank_yinhang",
                        PASSWORD))
                .contains("RUN-1012", "primary server");
        try (OlderServer older = OlderServer.before(BankServer.url("bank_main"))) {
            assertThat(refusal(older.url(), "bank_yinhang", PASSWORD))
                    .contains("RUN-1009", "PostgreSQL 13", "14 or newer");
        }
    }
}
