package org.yinhang.shared;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/** Writes Excel workbooks whose bytes repeat: equal content and equal time stamp give equal files. */
public final class ExcelFile {

    private static final String APPLICATION = "Yinhang";
    private static final String VERSION = "01.0000";

    private ExcelFile() {}

    /** Fills a workbook. */
    @FunctionalInterface
    public interface Content {
        void fill(Workbook workbook) throws IOException;
    }

    /**
     * Writes a workbook.
     *
     * @param createdAt the creation time the file states
     */
    public static void write(OutputStream out, Instant createdAt, Content content) throws IOException {
        Path raw = Files.createTempFile("yinhang", ".xlsx");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(raw));
                    Workbook workbook = new Workbook(file, APPLICATION, VERSION)) {
                content.fill(workbook);
            }
            restamp(raw, out, createdAt);
        } finally {
            Files.delete(raw);
        }
    }

    /** The writer stamps the clock's time into the file's properties and entries; this puts ours in their place. */
    private static void restamp(Path raw, OutputStream out, Instant createdAt) throws IOException {
        LocalDateTime stamp = LocalDateTime.ofInstant(createdAt, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        ZipOutputStream zipped = new ZipOutputStream(out);
        try (ZipFile file = new ZipFile(raw.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(stamp);
                zipped.putNextEntry(copy);
                try (InputStream content = file.getInputStream(entry)) {
                    if (entry.getName().equals("docProps/core.xml")) {
                        zipped.write(restamped(content, stamp));
                    } else {
                        content.transferTo(zipped);
                    }
                }
                zipped.closeEntry();
            }
        }
        zipped.finish();
    }

    private static byte[] restamped(InputStream properties, LocalDateTime stamp) throws IOException {
        return new String(properties.readAllBytes(), StandardCharsets.UTF_8)
                .replaceFirst("(<dcterms:created[^>]*>)[^<]*", "$1" + stamp.toInstant(ZoneOffset.UTC))
                .getBytes(StandardCharsets.UTF_8);
    }
}
