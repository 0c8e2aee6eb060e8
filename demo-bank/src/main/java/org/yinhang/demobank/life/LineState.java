package org.yinhang.demobank.life;

import java.nio.ByteBuffer;
import org.yinhang.demobank.contact.Offer;

/** The credit line of one customer. */
final class LineState {

    static final int BYTES = 48;

    static final int NONE = 0;
    static final int ACTIVE = 1;
    static final int EXPIRED = 2;

    int status;
    long line;
    int offer;
    long granted;
    long used;
    int rate;
    int grantedOn;
    int expiresOn;
    int lastUsedOn;

    boolean isActive() {
        return status == ACTIVE;
    }

    /** What may still be drawn, in fen. */
    long free() {
        return isActive() ? granted - used : 0;
    }

    Offer offer() {
        return Offer.ALL.get(offer);
    }

    void write(ByteBuffer out) {
        out.putInt(status)
                .putLong(line)
                .putInt(offer)
                .putLong(granted)
                .putLong(used)
                .putInt(rate);
        out.putInt(grantedOn).putInt(expiresOn).putInt(lastUsedOn);
    }

    void read(ByteBuffer in) {
        status = in.getInt();
        line = in.getLong();
        offer = in.getInt();
        granted = in.getLong();
        used = in.getLong();
        rate = in.getInt();
        grantedOn = in.getInt();
        expiresOn = in.getInt();
        lastUsedOn = in.getInt();
    }
}
