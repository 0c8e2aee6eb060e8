package org.yinhang.opportunity.handover;

import java.util.List;
import org.yinhang.opportunity.TeamMember;

/**
 * What a handover would do, before anybody confirms it.
 *
 * @param order what was asked for
 * @param shares what each receiver would get, by staff code
 * @param alreadyThere chosen customers the only receiver leads already
 * @param elsewhere of the opportunities, those whose customers somebody else or nobody leads: these go without them
 * @param digest names exactly this plan: another one is not confirmed by it
 */
public record HandoverPreview(HandoverOrder order, List<Share> shares, int alreadyThere, int elsewhere, String digest) {

    public HandoverPreview {
        shares = List.copyOf(shares);
    }

    /**
     * What one receiver gets.
     *
     * @param receiver who, and how they stand now
     * @param customers how many
     * @param opportunities open ones that come with them
     * @param promised how many of these have a follow-up agreed
     * @param complaints open ones
     * @param tasks open ones of campaigns
     */
    public record Share(
            TeamMember receiver, int customers, int opportunities, int promised, int complaints, int tasks) {

        /** How many opportunities there is no room for. */
        public int lacking() {
            return Math.max(0, opportunities - receiver.room());
        }
    }

    /** All customers. */
    public int customers() {
        return shares.stream().mapToInt(Share::customers).sum();
    }

    /** All opportunities. */
    public int opportunities() {
        return shares.stream().mapToInt(Share::opportunities).sum();
    }

    /** All follow-ups agreed. */
    public int promised() {
        return shares.stream().mapToInt(Share::promised).sum();
    }

    /** All open complaints. */
    public int complaints() {
        return shares.stream().mapToInt(Share::complaints).sum();
    }

    /** All open tasks. */
    public int tasks() {
        return shares.stream().mapToInt(Share::tasks).sum();
    }

    /** How many opportunities there is no room for. */
    public int lacking() {
        return shares.stream().mapToInt(Share::lacking).sum();
    }

    /** Whether it can be confirmed. */
    public boolean isPossible() {
        return customers() > 0 && lacking() == 0;
    }
}
