package org.yinhang.demobank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import org.yinhang.demobank.life.Leaning;

/** The known truth behind a simulated bank, for judging what models and plans claim. Kept outside the lake. */
public final class Truth {

    static final String KIND = "truth";
    static final int BYTES = Leaning.BYTES + Double.BYTES;

    private final Path folder;
    private final Units units;

    Truth(Path folder, int customers) {
        this.folder = folder;
        this.units = Units.ofLives(customers);
    }

    /** Number of customers it knows, numbered from 0. */
    public int customers() {
        return units.customers();
    }

    /**
     * The truth about one customer.
     *
     * @throws IndexOutOfBoundsException when there is no such customer
     */
    public CustomerTruth of(int customer) {
        Objects.checkIndex(customer, units.customers());
        int unit = customer / Units.LIVES;
        ByteBuffer record = ByteBuffer.allocate(BYTES);
        try (FileChannel channel = FileChannel.open(UnitFile.path(folder, KIND, unit), StandardOpenOption.READ)) {
            long position = (long) (customer - units.first(unit)) * BYTES;
            while (record.hasRemaining()) {
                if (channel.read(record, position + record.position()) < 0) {
                    throw new IOException("truth file ends early: " + folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return decode(record.flip());
    }

    /** Hands over every customer in ascending number, reading the files once. */
    public void forEach(ObjIntConsumer<CustomerTruth> consumer) {
        for (int unit = 0; unit < units.count(); unit++) {
            try (UnitFile file = UnitFile.read(folder, KIND, unit, BYTES)) {
                for (int customer = units.first(unit); customer < units.end(unit); customer++) {
                    consumer.accept(decode(file.next()), customer);
                }
            }
        }
    }

    static void encode(ByteBuffer out, Leaning leaning, double defaultProbability) {
        leaning.write(out);
        out.putDouble(defaultProbability);
    }

    private static CustomerTruth decode(ByteBuffer in) {
        Leaning leaning = new Leaning();
        leaning.read(in);
        return new CustomerTruth(leaning, in.getDouble());
    }
}
