package org.yinhang.demobank;

import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.life.Leaning;

/**
 * What is really so about one customer on the day after the business date; the bank does not know it. A response is an
 * application for the offer, or a draw on the line already granted for it, within thirty days.
 */
public final class CustomerTruth {

    private final Leaning leaning;
    private final double defaultProbability;

    CustomerTruth(Leaning leaning, double defaultProbability) {
        this.leaning = leaning;
        this.defaultProbability = defaultProbability;
    }

    /** Probability of a response if nobody makes contact. */
    public double responseWithoutContact(Offer offer) {
        return leaning.own(offer);
    }

    /** Probability of a response if contacted once, at that hour and price (annual rate in millionths). */
    public double responseWithContact(Offer offer, Channel channel, int hour, int ratePpm) {
        double converts = leaning.converts(offer, channel, hour, ratePpm);
        return 1 - (1 - converts) * (1 - leaning.own(offer) * (1 - leaning.annoyance()));
    }

    /** Probability of a response if contacted at the preferred hour and the offer's reference rate. */
    public double responseWithContact(Offer offer, Channel channel) {
        return responseWithContact(offer, channel, preferredHour(), offer.referenceRate());
    }

    /** What the contact adds; negative for those it would annoy. */
    public double uplift(Offer offer, Channel channel, int hour, int ratePpm) {
        return responseWithContact(offer, channel, hour, ratePpm) - responseWithoutContact(offer);
    }

    /** Probability that the contact is noticed. */
    public double reached(Channel channel, int hour) {
        return leaning.reached(channel, hour);
    }

    /** Probability that the contact, once noticed, is accepted the same day. */
    public double accepts(Offer offer, Channel channel, int hour, int ratePpm) {
        return leaning.accepts(offer, channel, hour, ratePpm);
    }

    /**
     * Percent by which acceptance changes when the rate rises by one percent of itself; zero or negative. For a
     * logistic response it is {@code −β·rate·(1 − p)} with the rate in percentage points.
     */
    public double priceElasticity(Offer offer, Channel channel, int hour, int ratePpm) {
        double p = leaning.accepts(offer, channel, hour, ratePpm);
        return p == 0 ? 0 : -leaning.priceSensitivity() * ratePpm / 10_000.0 * (1 - p);
    }

    /** Log-odds of acceptance lost for a percentage point more. */
    public double priceSensitivity() {
        return leaning.priceSensitivity();
    }

    /** Probability that a loan held is ninety days past due within twelve months. */
    public double defaultProbability() {
        return defaultProbability;
    }

    /** The hour of the day at which a contact is most welcome. */
    public int preferredHour() {
        return leaning.preferredHour();
    }

    /** The channel liked best. */
    public Channel preferredChannel() {
        return leaning.preferredChannel();
    }

    /** Latent need, 0 (none) to about 3 (urgent). */
    public double need(Offer offer) {
        return leaning.need(offer);
    }
}
