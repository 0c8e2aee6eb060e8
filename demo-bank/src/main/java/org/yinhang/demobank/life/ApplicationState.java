package org.yinhang.demobank.life;

import java.nio.ByteBuffer;
import org.yinhang.demobank.contact.Offer;

/** The application of one customer that is under way, if there is one. */
final class ApplicationState {

    static final int BYTES = 52;

    static final int NONE = 0;
    static final int STARTED = 1;
    static final int SUBMITTED = 2;
    static final int VERIFIED = 3;
    static final int APPROVED = 4;
    static final int SIGNED = 5;

    int stage;
    int nextDay;
    long application;
    int offer;
    boolean staffed;
    long amount;
    int rate;
    long contact;
    int campaign;

    boolean isOpen() {
        return stage != NONE;
    }

    Offer offer() {
        return Offer.ALL.get(offer);
    }

    /** Where the customer fills it in. */
    String channel() {
        return staffed ? "branch" : "app";
    }

    void write(ByteBuffer out) {
        out.putInt(stage)
                .putInt(nextDay)
                .putLong(application)
                .putInt(offer)
                .putInt(staffed ? 1 : 0)
                .putLong(amount);
        out.putInt(rate).putLong(contact).putInt(campaign).putInt(0);
    }

    void read(ByteBuffer in) {
        stage = in.getInt();
        nextDay = in.getInt();
        application = in.getLong();
        offer = in.getInt();
        staffed = in.getInt() != 0;
        amount = in.getLong();
        rate = in.getInt();
        contact = in.getLong();
        campaign = in.getInt();
        in.getInt();
    }
}
