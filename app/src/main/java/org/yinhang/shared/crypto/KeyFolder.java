package org.yinhang.shared.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * The folder the keys lie in, one hexadecimal file of 256 bits each: {@code column-0001.key} and its successors, the
 * highest of which encrypts, and {@code index.key}. Made on first use; readable by its owner only.
 */
public final class KeyFolder {

    private static final Pattern COLUMN_KEY = Pattern.compile("column-(\\d{4})\\.key");
    private static final int KEY_BYTES = 32;

    private final TreeMap<Integer, byte[]> columnKeys;
    private final byte[] indexKey;

    private KeyFolder(Map<Integer, byte[]> columnKeys, byte[] indexKey) {
        this.columnKeys = new TreeMap<>(columnKeys);
        this.indexKey = indexKey;
    }

    /**
     * Reads every key, making the first ones where the folder is new.
     *
     * @throws FaultException {@code KEY-1001} when a file is no key of 64 hexadecimal digits
     */
    public static KeyFolder open(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, ownerOnly("rwx------"));
            }
            Map<Integer, byte[]> columns = readColumnKeys(folder);
            if (columns.isEmpty()) {
                create(folder.resolve("column-0001.key"));
                columns = readColumnKeys(folder);
            }
            Path index = folder.resolve("index.key");
            if (!Files.exists(index)) {
                create(index);
            }
            return new KeyFolder(columns, read(index));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the next column key; from the next start on it encrypts, and the older ones still decrypt. */
    public static int addColumnKey(Path folder) {
        try {
            int next = new TreeMap<>(readColumnKeys(folder)).lastKey() + 1;
            create(folder.resolve("column-%04d.key".formatted(next)));
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Integer, byte[]> readColumnKeys(Path folder) throws IOException {
        Map<Integer, byte[]> keys = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = COLUMN_KEY.matcher(file.getFileName().toString());
                if (name.matches()) {
                    keys.put(Integer.parseInt(name.group(1)), read(file));
                }
            }
        }
        return keys;
    }

    private static byte[] read(Path file) throws IOException {
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new FaultException(noKey(file), e);
        }
        throw new FaultException(noKey(file));
    }

    private static Fault noKey(Path file) {
        return Fault.of(
                "KEY-1001",
                "A key file does not hold 64 hexadecimal digits.",
                file.toString(),
                "Restore it from the key backup; without it the data it encrypted cannot be read.");
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createFile(file, ownerOnly("rw-------"));
        Files.writeString(file, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.SYNC);
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** The number of the key that encrypts now. */
    int activeColumnKey() {
        return columnKeys.lastKey();
    }

    /**
     * The column key of that number.
     *
     * @throws FaultException {@code KEY-1002} when it is not in the folder
     */
    byte[] columnKey(int number) {
        byte[] key = columnKeys.get(number);
        if (key == null) {
            throw new FaultException(Fault.of(
                    "KEY-1002",
                    "Data was encrypted with column key " + number + ", which is not in the keys folder.",
                    "column-%04d.key".formatted(number),
                    "Restore it from the key backup."));
        }
        return key;
    }

    byte[] indexKey() {
        return indexKey;
    }
}
