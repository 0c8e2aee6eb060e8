package org.yinhang;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.yinhang.core.progress.Progress;
import org.yinhang.ingest.LakeLoaded;
import org.yinhang.ingest.LoadText;
import org.yinhang.ingest.PersonalStore;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.dictionary.IdentifierKey;
import org.yinhang.lake.ingest.Ingest;
import org.yinhang.lake.ingest.LoadResult;
import org.yinhang.lake.ingest.LoadSettings;
import org.yinhang.launch.DatabaseAddress;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads a bank's own files into the lake as a mapping file says. */
@Command(
        name = "load",
        description = "Loads a bank's own files into the lake as a mapping file says: all of them, or nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  yinhang load --data /data/export --mapping samples/minimal/mapping.yaml",
            "  yinhang load --data /data/export --mapping mapping.yaml --database-url jdbc:postgresql://db:5432/yinhang",
            "",
            "With --database-url, personal data go into the encrypted columns of the application's database and the list of",
            "customers follows; without it they are dropped. The application must have been started once on that database.",
            "Give the lake and the keys it uses. The password is read from YINHANG_DATABASE_PASSWORD.",
            "",
            "Exit code: 0 loaded or already loaded, 1 stopped by a fault (the lake is as it was before), 2 wrong option."
        })
public final class LoadCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of the bank's files.")
    private Path data = Path.of(".");

    @Option(names = "--mapping", required = true, paramLabel = "FILE", description = "Mapping file (docs/ingest.md).")
    private Path mapping = Path.of("mapping.yaml");

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "Folder of the lake (default: ${DEFAULT-VALUE}).",
            defaultValue = "data/lake")
    private Path lake = Path.of("data/lake");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "Folder of the secret that numbers customers; keep it apart from the lake (default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:YINHANG_KEYS:-data/keys}")
    private Path keys = Path.of("data/keys");

    @Option(
            names = "--rejects",
            paramLabel = "DIR",
            description = "Folder for the lists of bad rows (default: ${DEFAULT-VALUE}).",
            defaultValue = "data/rejects")
    private Path rejects = Path.of("data/rejects");

    @Option(
            names = "--memory",
            paramLabel = "MIB",
            description = "Most memory of the engine in MiB; beyond it, it works on disk (default: ${DEFAULT-VALUE}).",
            defaultValue = "2048")
    private int memory = 2048;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        LoadSettings settings = new LoadSettings(
                IdentifierKey.inFolder(keys),
                rejects,
                SessionSettings.batch(memory),
                Map.copyOf(System.getenv()),
                Optional.empty());
        Progress shown = json ? Progress.SILENT : progress;
        LoadResult result = database.address()
                .map(address -> loadWithPersonalData(address, settings, shown))
                .orElseGet(() -> load(settings, shown));
        progress.finish();
        out.println(json ? LoadText.json(result) : LoadText.plain(result));
        out.flush();
        return 0;
    }

    private LoadResult loadWithPersonalData(DatabaseAddress address, LoadSettings settings, Progress progress) {
        try (ConfigurableApplicationContext application = ConnectedApplication.open(address, keys)) {
            PersonalStore personal = application.getBean(PersonalStore.class);
            LoadResult result = load(settings.with(personal.open()), progress);
            if (result.changed()) {
                application.publishEvent(new LakeLoaded(result.snapshot(), Jobs.SYSTEM));
            }
            return result;
        }
    }

    private LoadResult load(LoadSettings settings, Progress progress) {
        return Ingest.load(mapping, data, Lake.open(lake, Clock.systemUTC()), settings, progress);
    }
}
