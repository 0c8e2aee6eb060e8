package org.yinhang.decision;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.feature.Observations;
import org.yinhang.lake.yaml.YamlNode;

/**
 * What a campaign file says: the offer, who counts as history and who as candidate, what the model may look at, how
 * grades are cut, what each channel costs and can carry, what a success is worth, and how strictly to guard.
 *
 * @param code the campaign's code in the ledger
 * @param name its name
 * @param offer the code of what is offered, with its names
 * @param mapping the mapping file that turns the bank's files into the lake; empty when the lake is loaded already
 * @param products history is limited to contacts about these products; empty for all
 * @param channelsOfHistory history is limited to contacts through these channels; empty for all
 * @param successes values of {@code contacts.outcome} that count as a success
 * @param newestContacts candidates are this many newest contacts (a replay); empty for every customer
 * @param asOf the day the plan is for; empty for the bank's business date
 * @param features the model's columns, checked once the lake is loaded
 * @param shareA share of the candidates graded A, from the most likely down
 * @param shareB share graded B after them; the rest is C
 * @param channels what can be done, each open to some grades
 * @param budget most that all contacts together may cost; empty for no limit
 * @param success what one success is worth
 * @param guards how strictly to guard
 * @param scripts what to say, the first that fits
 * @param seed seeds everything random
 * @param version hash of the file: the policy version of the ledger
 */
public record Campaign(
        String code,
        Names name,
        String offer,
        Names offerName,
        Optional<Path> mapping,
        List<String> products,
        List<String> channelsOfHistory,
        List<String> successes,
        Optional<Integer> newestContacts,
        Optional<LocalDate> asOf,
        YamlNode features,
        double shareA,
        double shareB,
        List<Channel> channels,
        Optional<Money> budget,
        Money success,
        GuardSettings guards,
        List<Script> scripts,
        long seed,
        String version) {

    /** A name in both languages. */
    public record Names(String zh, String en) {}

    /**
     * One way of approaching a customer.
     *
     * @param code as consents and the ledger name it
     * @param grades who may be approached this way
     * @param cost of one contact
     * @param capacity most contacts it can carry
     * @param effect its chance of success as a multiple of the chance the model learned; stated, not measured
     */
    public record Channel(String code, Names name, Set<Grade> grades, Money cost, int capacity, double effect) {}

    /**
     * What to say.
     *
     * @param channel the channel it is for
     * @param reason only for customers among whose strongest reasons this feature is; empty for everybody
     */
    public record Script(String channel, Optional<String> reason, Names text) {}

    /** Whether the candidates' real outcomes are known, so that the plan can be held against them. */
    public boolean isReplay() {
        return newestContacts.isPresent();
    }

    /** Which contacts and customers the plan looks at. */
    Observations observations(java.time.Instant at) {
        Observations.Candidates candidates = newestContacts
                .<Observations.Candidates>map(Observations.NewestContacts::new)
                .orElseGet(() -> new Observations.EveryCustomer(
                        at,
                        code,
                        offer,
                        channelsOfHistory.isEmpty() ? channels.getFirst().code() : channelsOfHistory.getFirst()));
        return new Observations(products, channelsOfHistory, successes, candidates);
    }
}
