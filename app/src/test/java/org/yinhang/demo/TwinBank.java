package org.yinhang.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.DemoBank;
import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.ContactAction;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.schema.TableSchema;

/** A copy of a simulated bank, in which days are lived in one go with the contacts the platform has on record for them. */
final class TwinBank {

    /** The platform's own rows: the twin has none. */
    private static final Set<String> OWNED = Set.of("contacts", "trials");

    private final Path folder;
    private final Lake lake;

    private TwinBank(Path folder) {
        this.folder = folder;
        this.lake = Lake.open(folder.resolve("lake"), Clock.systemUTC());
    }

    /**
     * Copies it; nobody may be writing.
     *
     * @param data the data folder of the original
     * @param folder where the copy goes
     */
    static TwinBank of(Path data, Path folder) throws IOException {
        copy(data.resolve("lake"), folder.resolve("lake"));
        copy(data.resolve("demo-bank"), folder.resolve("demo-bank"));
        return new TwinBank(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    /** Lives the next day. */
    void live(LocalDate day, JdbcClient platform) {
        DemoBank bank = DemoBank.resume(lake, folder.resolve("demo-bank"));
        List<ContactAction> actions = actions(day, platform);
        if (actions.isEmpty()) {
            bank.rest(day, Progress.SILENT);
        } else {
            bank.advance(day, actions, Progress.SILENT);
        }
    }

    private static List<ContactAction> actions(LocalDate day, JdbcClient platform) {
        return platform.sql("SELECT *, coalesce(rate, 0) AS offered FROM demo_contact WHERE day = ? ORDER BY touch")
                .param(day)
                .query((row, _) -> {
                    Offer offer = Offer.ofProduct(row.getString("product")).orElseThrow();
                    int rate = row.getInt("offered");
                    return new ContactAction(
                            row.getInt("customer"),
                            row.getString("campaign"),
                            offer,
                            Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
                            "",
                            row.getInt("hour"),
                            rate == 0 ? offer.referenceRate() : rate,
                            row.getLong("touch"));
                })
                .list();
    }

    List<String> digest() {
        return digest(lake);
    }

    /** Number and hash of the rows of every table the platform does not own. */
    static List<String> digest(Lake lake) {
        List<String> lines = new ArrayList<>();
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            for (TableSchema table : lake.schema().tables()) {
                if (!OWNED.contains(table.name())) {
                    lines.addAll(session.query(
                            "SELECT count(*), sum(hash(t)::HUGEINT) FROM %s t".formatted(table.name()),
                            row -> table.name() + " " + row.getString(1) + " " + row.getString(2)));
                }
            }
        }
        return lines;
    }
}
