package org.yinhang.demobank.life;

import java.nio.ByteBuffer;

/** What a customer and the bank remember of earlier contacts. */
final class ContactMemory {

    static final int BYTES = 84;

    /** Number of the campaign of the last contact, 0 before the first. */
    int campaign;

    int attempts;
    int lastDay;
    int contacts;
    boolean accepted;
    boolean refused;

    int earlierDay;
    int earlierContacts;
    boolean earlierAccepted;
    boolean earlierRefused;

    /** Contacts of late, each fading with a time constant of thirty days. */
    double fatigue;

    int annoyedUntil;
    int retryOn;
    int retryChannel;
    int lastChannel;

    /** Day on which an interested customer comes back, 0 for none. */
    int returnsOn;

    int returnOffer;
    int returnRate;
    long returnContact;

    /** Number of the campaign of that contact. */
    int returnCampaign;

    /** Begins a new campaign: what was the present one becomes the earlier one. */
    void turnTo(int next) {
        if (next != campaign) {
            if (campaign != 0) {
                earlierDay = lastDay;
                earlierContacts = contacts;
                earlierAccepted = accepted;
                earlierRefused = refused;
            }
            campaign = next;
            attempts = 0;
            accepted = false;
            refused = false;
        }
    }

    /** Fatigue as it is felt on a day. */
    double fatigueOn(int day) {
        return contacts == 0 ? 0 : fatigue * Math.exp((lastDay - day) / 30.0);
    }

    String earlierOutcome() {
        return earlierAccepted ? "accepted" : earlierRefused ? "refused" : "none";
    }

    void write(ByteBuffer out) {
        out.putInt(campaign).putInt(attempts).putInt(lastDay).putInt(contacts);
        out.putInt((accepted ? 1 : 0) | (refused ? 2 : 0) | (earlierAccepted ? 4 : 0) | (earlierRefused ? 8 : 0));
        out.putInt(earlierDay)
                .putInt(earlierContacts)
                .putDouble(fatigue)
                .putInt(annoyedUntil)
                .putInt(retryOn);
        out.putInt(retryChannel)
                .putInt(lastChannel)
                .putInt(returnsOn)
                .putInt(returnOffer)
                .putInt(returnRate);
        out.putLong(returnContact).putInt(returnCampaign).putInt(0).putInt(0);
    }

    void read(ByteBuffer in) {
        campaign = in.getInt();
        attempts = in.getInt();
        lastDay = in.getInt();
        contacts = in.getInt();
        int flags = in.getInt();
        accepted = (flags & 1) != 0;
        refused = (flags & 2) != 0;
        earlierAccepted = (flags & 4) != 0;
        earlierRefused = (flags & 8) != 0;
        earlierDay = in.getInt();
        earlierContacts = in.getInt();
        fatigue = in.getDouble();
        annoyedUntil = in.getInt();
        retryOn = in.getInt();
        retryChannel = in.getInt();
        lastChannel = in.getInt();
        returnsOn = in.getInt();
        returnOffer = in.getInt();
        returnRate = in.getInt();
        returnContact = in.getLong();
        returnCampaign = in.getInt();
        in.getInt();
        in.getInt();
    }
}
