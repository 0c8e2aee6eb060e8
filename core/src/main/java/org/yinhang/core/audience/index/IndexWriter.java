package org.yinhang.core.audience.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;

/**
 * Writes an index, block by block and column by column in any order, from several threads. Of every block with
 * customers, first {@link #customers}, then each {@link #column} once, then {@link #finish}.
 *
 * <p>Everything goes into a folder beside the final one, which gets its name only when all of it is on the disk. Closed
 * without being finished, it leaves nothing.
 */
public final class IndexWriter implements AutoCloseable {

    private static final int FINISHED_TOGETHER = 8;

    private final Path folder;
    private final Path work;
    private final IndexSubject subject;
    private final List<Field> fields;
    private final List<ColumnWriter> columns = new ArrayList<>();
    private final AtomicReferenceArray<long @Nullable []> present;
    private final ConcurrentLinkedDeque<Scratch> scratches = new ConcurrentLinkedDeque<>();

    private IndexWriter(Path folder, IndexSubject subject, List<Field> fields) {
        this.folder = folder.toAbsolutePath();
        this.work = this.folder.resolveSibling(this.folder.getFileName() + ".next");
        this.subject = subject;
        this.fields = List.copyOf(fields);
        this.present = new AtomicReferenceArray<>(subject.blocks());
    }

    /**
     * Begins an index.
     *
     * @param folder where it will be; must not be there yet, its parent must
     * @param fields one a column, of any type but {@link ValueType#NOTHING}, names different
     */
    public static IndexWriter create(Path folder, IndexSubject subject, List<Field> fields) throws IOException {
        IndexWriter writer = new IndexWriter(folder, subject, fields);
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name()) || field.name().contains(" ") || field.type() == ValueType.NOTHING) {
                throw new IllegalArgumentException(
                        "column %s %s (expected: names without blanks, each once, and a type)"
                                .formatted(field.name(), field.type()));
            }
        }
        if (Files.exists(writer.folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        deleteTree(writer.work);
        Files.createDirectory(writer.work);
        try {
            for (Field field : fields) {
                String file = "column-%04d".formatted(writer.columns.size());
                writer.columns.add(new ColumnWriter(field, writer.work.resolve(file), subject.blocks()));
            }
        } catch (IOException e) {
            writer.close();
            throw e;
        }
        return writer;
    }

    /** The columns, in order. */
    public List<Field> fields() {
        return fields;
    }

    /**
     * Says which numbers of a block are customers; other rows of its columns are left out of everything.
     *
     * @param present bit i of word j stands for row 64 j + i; up to {@link Block#WORDS} words
     */
    public void customers(int block, long[] present) {
        long[] words = new long[Block.WORDS];
        System.arraycopy(present, 0, words, 0, present.length);
        int length = Block.length(words);
        if (length > subject.numbers() - (block << 16)) {
            throw new IllegalArgumentException(
                    "customer %d (expected: below %d)".formatted((block << 16) + length - 1, subject.numbers()));
        }
        if (!this.present.compareAndSet(block, null, words)) {
            throw new IllegalStateException("customers of block %d: said twice".formatted(block));
        }
    }

    /**
     * Writes one block of a column.
     *
     * @param column its place in {@link #fields()}
     * @param values row by row, of the field's type, at least up to the block's last customer; texts and labels may come
     *     with any dictionary, fastest with the same one each time
     */
    public void column(int column, int block, Vector values) throws IOException {
        long[] customers = present.get(block);
        if (customers == null) {
            throw new IllegalStateException("block %d: its customers were not said yet".formatted(block));
        }
        Scratch taken = scratches.poll();
        Scratch scratch = taken == null ? new Scratch() : taken;
        columns.get(column).write(block, values, customers, scratch);
        scratches.push(scratch);
    }

    /**
     * Completes the index and gives it its name.
     *
     * @throws IllegalStateException when a block with customers lacks a column
     */
    public void finish() throws IOException {
        RoaringBitmap everyone = everyone();
        List<ColumnEntry> entries = finishColumns();
        closeFiles();
        ByteBuffer bytes = ByteBuffer.allocate(everyone.serializedSizeInBytes());
        everyone.serialize(bytes);
        bytes.flip();
        Manifest manifest =
                new Manifest(subject, everyone.getCardinality(), bytes.remaining(), Checksums.of(bytes), entries);
        write(work.resolve(Manifest.EVERYONE), bytes);
        write(work.resolve(Manifest.FILE), ByteBuffer.wrap(manifest.text().getBytes(StandardCharsets.UTF_8)));
        force(work);
        Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
        force(Objects.requireNonNull(folder.getParent()));
    }

    /** Several at a time: most of it is waiting until a file is on disk. */
    private List<ColumnEntry> finishColumns() throws IOException {
        try (ExecutorService pool = Executors.newFixedThreadPool(FINISHED_TOGETHER)) {
            List<Future<ColumnEntry>> running = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                int number = column;
                running.add(pool.submit(() -> columns.get(number).finish(number)));
            }
            List<ColumnEntry> entries = new ArrayList<>();
            for (Future<ColumnEntry> one : running) {
                entries.add(one.get());
            }
            return List.copyOf(entries);
        } catch (ExecutionException e) {
            throw new IOException("a column could not be completed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while columns were completed");
        }
    }

    private RoaringBitmap everyone() {
        RoaringBitmap everyone = new RoaringBitmap();
        for (int block = 0; block < present.length(); block++) {
            long[] words = present.get(block);
            int count = words == null ? 0 : Block.count(words);
            if (words == null || count == 0) {
                continue;
            }
            for (int column = 0; column < columns.size(); column++) {
                if (!columns.get(column).has(block)) {
                    throw new IllegalStateException("column %s, block %d: not written"
                            .formatted(fields.get(column).name(), block));
                }
            }
            everyone.append((char) block, Block.container(words, count).runOptimize());
        }
        return everyone;
    }

    private static void write(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void closeFiles() throws IOException {
        for (ColumnWriter column : columns) {
            column.close();
        }
    }

    /** Ends the writing; what was not finished is removed. */
    @Override
    public void close() throws IOException {
        closeFiles();
        deleteTree(work);
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
