package org.yinhang.lake.dictionary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.CRC32C;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.dictionary.IdentifierKey.Pseudonym;

/**
 * Dense customer numbers for the bank's own identifiers: an append-only file of pseudonyms in which the place is the
 * number, so a number never changes and is never given again. New numbers become durable with {@link #save}; what a
 * crash left half-written at the end is cut off. For the one writer of a lake; look-ups may come from several threads
 * as long as nobody adds.
 */
public final class CustomerDictionary {

    /** The dictionary's file in the lake's folder. */
    public static final String FILE = "customers.dictionary";

    private static final int MAGIC = 0x59_48_43_44;
    private static final int HEADER = Integer.BYTES + Long.BYTES;
    private static final int RECORD = 2 * Long.BYTES + Integer.BYTES;
    private static final int RECORDS_AT_ONCE = 65_536;

    private final Path file;
    private final IdentifierKey key;
    private final PseudonymTable table = new PseudonymTable();
    private int saved;

    private CustomerDictionary(Path file, IdentifierKey key) {
        this.file = file;
        this.key = key;
    }

    /**
     * Opens the dictionary of a lake for its one writer; an empty one where there is no file.
     *
     * @throws FaultException when it was made under another key or is damaged in its middle
     */
    public static CustomerDictionary open(Path lakeFolder, IdentifierKey key) {
        return open(lakeFolder, key, true);
    }

    /**
     * Reads the dictionary of a lake for looking up, beside a writer if there is one.
     *
     * @throws FaultException when it was made under another key or is damaged in its middle
     */
    public static CustomerDictionary read(Path lakeFolder, IdentifierKey key) {
        return open(lakeFolder, key, false);
    }

    private static CustomerDictionary open(Path lakeFolder, IdentifierKey key, boolean mend) {
        CustomerDictionary dictionary = new CustomerDictionary(lakeFolder.resolve(FILE), key);
        try {
            dictionary.load(mend);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dictionary;
    }

    /** How many customers have a number. */
    public int size() {
        return table.size();
    }

    /** A customer's number, if it has one. */
    public OptionalInt find(String identifier) {
        int number = table.find(key.pseudonym(identifier));
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** A customer's number, the next free one where it had none. */
    public int number(String identifier) {
        return number(key.pseudonym(identifier));
    }

    /** The number of the customer a pseudonym stands for, the next free one where it had none. */
    public int number(Pseudonym pseudonym) {
        int number = table.find(pseudonym);
        return number < 0 ? table.add(pseudonym) : number;
    }

    /** Makes every number given so far durable. */
    public void save() {
        if (saved == table.size()) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (saved == 0) {
                write(channel, ByteBuffer.allocate(HEADER).putInt(MAGIC).putLong(key.check()), 0);
            }
            while (saved < table.size()) {
                int count = Math.min(RECORDS_AT_ONCE, table.size() - saved);
                ByteBuffer records = ByteBuffer.allocate(count * RECORD);
                for (int i = saved; i < saved + count; i++) {
                    Pseudonym pseudonym = table.get(i);
                    records.putLong(pseudonym.high()).putLong(pseudonym.low()).putInt(checksum(i, pseudonym));
                }
                write(channel, records, HEADER + (long) saved * RECORD);
                saved += count;
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(boolean mend) throws IOException {
        if (!file.toFile().exists()) {
            return;
        }
        Set<StandardOpenOption> access =
                mend ? Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE) : Set.of(StandardOpenOption.READ);
        try (FileChannel channel = FileChannel.open(file, access)) {
            ByteBuffer header = read(channel, 0, HEADER);
            if (header.remaining() < HEADER) {
                return;
            }
            if (header.getInt() != MAGIC || header.getLong() != key.check()) {
                throw damaged("DIC-1002", "The customer dictionary was made under another key.");
            }
            long position = HEADER;
            while (readRecords(channel, position)) {
                position = HEADER + (long) table.size() * RECORD;
            }
            position = HEADER + (long) table.size() * RECORD;
            if (channel.size() - position >= 2L * RECORD && hasSoundRecordAfter(channel, position)) {
                throw damaged("DIC-1003", "The customer dictionary is damaged at record %d.".formatted(table.size()));
            }
            if (mend) {
                channel.truncate(position);
            }
            saved = table.size();
        }
    }

    private boolean readRecords(FileChannel channel, long position) throws IOException {
        ByteBuffer records = read(channel, position, RECORDS_AT_ONCE * RECORD);
        if (records.remaining() < RECORD) {
            return false;
        }
        while (records.remaining() >= RECORD) {
            Pseudonym pseudonym = new Pseudonym(records.getLong(), records.getLong());
            if (records.getInt() != checksum(table.size(), pseudonym)) {
                return false;
            }
            table.add(pseudonym);
        }
        return true;
    }

    private boolean hasSoundRecordAfter(FileChannel channel, long position) throws IOException {
        ByteBuffer records = read(channel, position + RECORD, RECORDS_AT_ONCE * RECORD);
        for (int number = table.size() + 1; records.remaining() >= RECORD; number++) {
            Pseudonym pseudonym = new Pseudonym(records.getLong(), records.getLong());
            if (records.getInt() == checksum(number, pseudonym)) {
                return true;
            }
        }
        return false;
    }

    private FaultException damaged(String code, String what) {
        return new FaultException(Fault.of(
                code,
                what,
                file.toString(),
                "Restore the key and the dictionary that belong to this lake from backup."));
    }

    private static int checksum(int number, Pseudonym pseudonym) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(RECORD)
                .putInt(number)
                .putLong(pseudonym.high())
                .putLong(pseudonym.low())
                .flip());
        return (int) crc.getValue();
    }

    private static ByteBuffer read(FileChannel channel, long position, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(most);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, position + buffer.position());
        }
        return buffer.flip();
    }

    private static void write(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
        }
    }
}
