package org.yinhang.core.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;

/** Reads a delimited text file, plain or gzip, in UTF-8 or a Chinese charset, into a {@link Table}. */
public final class CsvReader {

    private static final int SAMPLE_CHARS = 1 << 15;
    private static final int FAULTS_LISTED = 10;
    private static final int REPORT_EVERY = 20_000;

    private final Path file;
    private final CsvFormat format;
    private final Progress progress;
    private final Set<Integer> textColumns = new HashSet<>();

    private CsvReader(Path file, CsvFormat format, Progress progress) {
        this.file = file;
        this.format = format;
        this.progress = progress;
    }

    /**
     * Reads the whole file. Types are inferred from the values; see {@link ColumnType}.
     *
     * @throws FaultException when the file is missing (TAB-1001), has no rows (TAB-1002), has rows of another length
     *     than its first (TAB-1003) or cannot be read (TAB-1007)
     */
    public static Table read(Path file, CsvFormat format, Progress progress) {
        if (!Files.isRegularFile(file)) {
            throw new FaultException(Fault.of(
                    "TAB-1001",
                    "There is no file to read.",
                    file.toString(),
                    "Check the path; a relative path starts at the folder the command runs in."));
        }
        return new CsvReader(file, format, progress).readAll();
    }

    private Table readAll() {
        try {
            try {
                return readAs(StandardCharsets.UTF_8);
            } catch (CharacterCodingException notUtf8) {
                textColumns.clear();
                return readAs(Charset.forName("GB18030"));
            }
        } catch (CharacterCodingException e) {
            throw unreadable("The text is neither UTF-8 nor GB18030.", "Save the file as UTF-8 and try again.", e);
        } catch (ZipException | java.io.EOFException e) {
            throw unreadable("The gzip file is damaged.", "Copy it again from where it came from.", e);
        } catch (IOException e) {
            throw unreadable("The file cannot be read.", "Check its permissions and the disk.", e);
        }
    }

    private FaultException unreadable(String what, String next, IOException cause) {
        return new FaultException(Fault.of("TAB-1007", what, file.toString(), next), cause);
    }

    private Table readAs(Charset charset) throws IOException {
        String sample = sample(charset);
        char delimiter = format.delimiter().isPresent()
                ? format.delimiter().get()
                : CsvSniffer.delimiter(sample, format.quote());
        boolean header =
                switch (format.header()) {
                    case PRESENT -> true;
                    case ABSENT -> false;
                    case DETECTED -> CsvSniffer.hasHeader(sample, delimiter, format.quote());
                };
        while (true) {
            try (Reader reader = open(charset)) {
                return readRows(new CsvRecords(reader, delimiter, format.quote()), header);
            } catch (ColumnBuilder.TextAmongNumbers e) {
                textColumns.add(e.column());
            }
        }
    }

    private String sample(Charset charset) throws IOException {
        try (Reader reader = open(charset)) {
            char[] chars = new char[SAMPLE_CHARS];
            int length = 0;
            int read;
            while (length < chars.length && (read = reader.read(chars, length, chars.length - length)) > 0) {
                length += read;
            }
            String text = new String(chars, 0, length);
            int lastLine = text.lastIndexOf('\n');
            return length == SAMPLE_CHARS && lastLine > 0 ? text.substring(0, lastLine + 1) : text;
        }
    }

    private Table readRows(CsvRecords records, boolean header) throws IOException, ColumnBuilder.TextAmongNumbers {
        List<String> fields = new ArrayList<>();
        if (!records.next(fields)) {
            throw empty();
        }
        List<String> names = header ? distinctNames(fields) : numberedNames(fields.size());
        List<ColumnBuilder> builders = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            builders.add(new ColumnBuilder(names.get(i), i, textColumns.contains(i)));
        }
        List<Fault> ragged = new ArrayList<>();
        long raggedRows = 0;
        long rows = 0;
        boolean more = !header || records.next(fields);
        while (more) {
            if (fields.size() != builders.size()) {
                raggedRows++;
                if (ragged.size() < FAULTS_LISTED) {
                    ragged.add(ragged(records.line(), fields.size(), builders.size()));
                }
            } else {
                for (int i = 0; i < builders.size(); i++) {
                    builders.get(i).add(fields.get(i));
                }
            }
            if (++rows % REPORT_EVERY == 0) {
                progress.report("Reading " + file.getFileName(), rows, 0);
            }
            more = records.next(fields);
        }
        if (raggedRows > 0) {
            throw new FaultException(withCount(ragged, raggedRows));
        }
        if (rows == 0) {
            throw empty();
        }
        return Table.of(
                String.valueOf(file.getFileName()),
                builders.stream().map(ColumnBuilder::build).toList());
    }

    private FaultException empty() {
        return new FaultException(Fault.of(
                "TAB-1002", "The file has no rows.", file.toString(), "Give a file with at least one row of values."));
    }

    private Fault ragged(long line, int found, int expected) {
        return Fault.of(
                "TAB-1003",
                "The row has %d values, the first has %d.".formatted(found, expected),
                file.getFileName() + ", line " + line,
                "Check the delimiter and the quotes.");
    }

    private List<Fault> withCount(List<Fault> listed, long count) {
        List<Fault> faults = new ArrayList<>(listed);
        if (count > listed.size()) {
            faults.add(Fault.of(
                    "TAB-1003",
                    "%d rows in all have another number of values than the first.".formatted(count),
                    String.valueOf(file.getFileName()),
                    "Check the delimiter and the quotes."));
        }
        return faults;
    }

    private static List<String> numberedNames(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(i -> "c" + i)
                .toList();
    }

    private static List<String> distinctNames(List<String> header) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String stated = header.get(i).strip();
            String name = stated.isEmpty() ? "c" + (i + 1) : stated;
            String candidate = name;
            for (int again = 2; !taken.add(candidate); again++) {
                candidate = name + "_" + again;
            }
            names.add(candidate);
        }
        return names;
    }

    private Reader open(Charset charset) throws IOException {
        InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        stream.mark(2);
        int first = stream.read();
        int second = stream.read();
        stream.reset();
        if (first == 0x1f && second == 0x8b) {
            stream = new BufferedInputStream(new GZIPInputStream(stream, 1 << 16));
        }
        stream.mark(3);
        byte[] mark = stream.readNBytes(3);
        boolean marked = mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb && mark[2] == (byte) 0xbf;
        if (!marked) {
            stream.reset();
        }
        return new InputStreamReader(
                stream,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
