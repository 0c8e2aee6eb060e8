package org.yinhang.core.allocation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A problem kept in a file, so that it can be planned again under other limits. Equal problems give equal bytes. */
public final class ContactOptionsFile {

    private static final int FORMAT = 1;

    private ContactOptionsFile() {}

    /** Writes a problem and leaves the stream open. */
    public static void write(ContactOptions options, OutputStream to) throws IOException {
        GZIPOutputStream packed = new GZIPOutputStream(to);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(packed));
        out.writeInt(FORMAT);
        out.writeInt(options.perCustomer());
        out.writeInt(options.limits().size());
        for (Limit limit : options.limits()) {
            out.writeUTF(limit.name());
            out.writeBoolean(limit.kind() == Limit.Kind.AT_LEAST);
            out.writeDouble(limit.amount());
        }
        out.writeInt(options.customers());
        for (int customer = 0; customer < options.customers(); customer++) {
            out.writeLong(options.customerKey(customer));
            out.writeInt(options.firstOption(customer + 1) - options.firstOption(customer));
            for (int option = options.firstOption(customer); option < options.firstOption(customer + 1); option++) {
                out.writeInt(options.optionKey(option));
                out.writeDouble(options.value(option));
                out.writeInt(options.firstDraw(option + 1) - options.firstDraw(option));
                for (int draw = options.firstDraw(option); draw < options.firstDraw(option + 1); draw++) {
                    out.writeInt(options.drawLimit(draw));
                    out.writeDouble(options.drawAmount(draw));
                }
            }
        }
        out.flush();
        packed.finish();
    }

    /**
     * Reads a problem.
     *
     * @throws IOException when the bytes are no problem this version can read
     */
    public static ContactOptions read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(from)));
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("format of the problem: %d (expected: %d)".formatted(format, FORMAT));
        }
        int perCustomer = in.readInt();
        List<Limit> limits = new ArrayList<>();
        int limitCount = in.readInt();
        for (int r = 0; r < limitCount; r++) {
            String name = in.readUTF();
            boolean isLeast = in.readBoolean();
            limits.add(new Limit(name, isLeast ? Limit.Kind.AT_LEAST : Limit.Kind.AT_MOST, in.readDouble()));
        }
        ContactOptionsBuilder builder = new ContactOptionsBuilder(limits).perCustomer(perCustomer);
        int customers = in.readInt();
        for (int customer = 0; customer < customers; customer++) {
            builder.customer(in.readLong());
            int options = in.readInt();
            for (int option = 0; option < options; option++) {
                builder.option(in.readInt(), in.readDouble());
                int draws = in.readInt();
                for (int draw = 0; draw < draws; draw++) {
                    builder.draws(in.readInt(), in.readDouble());
                }
            }
        }
        return builder.build();
    }
}
