package org.yinhang.lake.feature;

import java.time.Instant;
import java.util.List;

/**
 * Which contacts, past or about to be made, make the rows of a feature table.
 *
 * @param products only past contacts about these products; empty for all
 * @param channels only past contacts through these channels; empty for all
 * @param successes values of {@code contacts.outcome} that count as a success
 * @param candidates who may be contacted now
 */
public record Observations(
        List<String> products, List<String> channels, List<String> successes, Candidates candidates) {

    public Observations {
        products = List.copyOf(products);
        channels = List.copyOf(channels);
        successes = List.copyOf(successes);
    }

    /** Who may be contacted now. */
    public sealed interface Candidates {}

    /**
     * A replay of the past: the newest contacts are the candidates, and what really happened to them is known.
     *
     * @param contacts how many, at least 1
     */
    public record NewestContacts(int contacts) implements Candidates {}

    /**
     * Every customer of the bank at an instant.
     *
     * @param asOf nothing after it is looked at
     * @param campaign the campaign whose earlier contacts count as attempts
     * @param product the product to be offered
     * @param channel the channel the model assumes
     */
    public record EveryCustomer(Instant asOf, String campaign, String product, String channel) implements Candidates {}
}
