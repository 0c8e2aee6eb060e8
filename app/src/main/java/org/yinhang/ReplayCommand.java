package org.yinhang;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.yinhang.decision.live.Decisions;
import org.yinhang.decision.live.Replay;
import org.yinhang.launch.DataFolder;
import org.yinhang.launch.DatabaseAddress;
import org.yinhang.launch.LocalPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Reckons a decision of the ledger anew and proves the bytes equal, or names the first difference. */
@Command(
        name = "replay",
        description = "Reckons a decision of the ledger anew: proves its bytes equal, or names the first difference.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  yinhang replay --decision 17",
            "  yinhang replay --decision 17 --database-url jdbc:postgresql://db:5432/yinhang --data /srv/yinhang",
            "",
            "Exit code: 0 equal, 1 different or a fault, 2 wrong option."
        })
public final class ReplayCommand implements Callable<Integer> {

    @Option(names = "--decision", required = true, paramLabel = "ID", description = "Number of the decision.")
    private long decision;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder everything is kept in (default: ${DEFAULT-VALUE}); a demo may be running on it.",
            defaultValue = "data")
    private Path data = Path.of("data");

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Optional<DatabaseAddress> running = database.address().or(() -> LocalPostgres.running(data));
        if (running.isPresent()) {
            return tell(replay(running.get()));
        }
        try (DataFolder folder = DataFolder.open(data);
                LocalPostgres local = LocalPostgres.start(folder)) {
            return tell(replay(local.address()));
        }
    }

    private Replay replay(DatabaseAddress address) {
        Path keys =
                Optional.ofNullable(System.getenv("YINHANG_KEYS")).map(Path::of).orElseGet(() -> data.resolve("keys"));
        try (ConfigurableApplicationContext application =
                ConnectedApplication.open(address, keys, "--yinhang.data-folder=" + data.toAbsolutePath())) {
            return application.getBean(Decisions.class).replay(decision);
        }
    }

    private int tell(Replay replay) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(replay));
        } else if (replay.isEqual()) {
            out.printf("决策 %d 重放一致 · Decision %d: equal, SHA-256 %s%n", decision, decision, replay.kept());
        } else {
            out.printf("决策 %d 重放不一致 · Decision %d differs%n", decision, decision);
            replay.difference()
                    .ifPresent(first -> out.printf(
                            "  %s%n    账本 kept:  %s%n    重算 again: %s%n", first.path(), first.kept(), first.again()));
        }
        replay.changedTag().ifPresent(field -> out.printf("  标签 %s 已不同 · tag no longer gives this value%n", field));
        out.flush();
        return replay.isEqual() ? 0 : 1;
    }
}
