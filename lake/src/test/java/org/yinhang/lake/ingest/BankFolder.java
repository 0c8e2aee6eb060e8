package org.yinhang.lake.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.dictionary.IdentifierKey;

/** A bank's data folder with a mapping, and a lake beside it. */
final class BankFolder {

    static final Instant NOW = Instant.parse("2026-06-30T00:00:00Z");

    private final Path root;

    BankFolder(Path root) {
        this.root = root;
    }

    BankFolder file(String name, String text) {
        return file(name, text, StandardCharsets.UTF_8);
    }

    BankFolder file(String name, String text, Charset charset) {
        return file(name, text.getBytes(charset));
    }

    BankFolder file(String name, byte[] bytes) {
        try {
            Path file = data().resolve(name);
            Files.createDirectories(data());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    BankFolder mapping(String text) {
        try {
            Files.writeString(mappingFile(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Path data() {
        return root.resolve("data");
    }

    Path mappingFile() {
        return root.resolve("mapping.yaml");
    }

    Lake lake() {
        return Lake.open(root.resolve("lake"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    LoadSettings settings() {
        return LoadSettings.of(IdentifierKey.inFolder(root.resolve("keys")), root.resolve("rejects"));
    }

    LoadResult load() {
        return Ingest.load(mappingFile(), data(), lake(), settings(), Progress.SILENT);
    }

    /** Every row of a query's answer, its values joined by a bar. */
    List<String> read(String sql) {
        Lake lake = lake();
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            return session.query(sql, row -> {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(i == 1 ? "" : "|").append(row.getString(i));
                }
                return text.toString();
            });
        }
    }
}
