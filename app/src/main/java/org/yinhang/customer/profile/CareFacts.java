package org.yinhang.customer.profile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the bank and the customer deal with each other.
 *
 * @param contacts the last approaches, the newest first
 * @param touches approaches of the last thirty days, over all campaigns
 * @param consents what is agreed to or refused, by purpose and channel
 * @param complaints complaints with the stage each has reached, the newest first
 * @param relations people they are connected with, the strongest first
 */
public record CareFacts(
        List<Contact> contacts,
        long touches,
        List<Consent> consents,
        List<Complaint> complaints,
        List<Relation> relations) {

    public CareFacts {
        contacts = List.copyOf(contacts);
        consents = List.copyOf(consents);
        complaints = List.copyOf(complaints);
        relations = List.copyOf(relations);
    }

    /**
     * The bank approached the customer.
     *
     * @param staff code of who did it, or null for a machine
     * @param reached whether they were got hold of
     */
    public record Contact(
            Instant at,
            @Nullable String campaign,
            @Nullable String product,
            @Nullable String channel,
            @Nullable String staff,
            boolean reached,
            @Nullable String outcome) {}

    /** What holds for a purpose, and for a channel where the purpose has them. */
    public record Consent(
            String purpose,
            @Nullable String channel,
            boolean granted,
            Instant since,
            @Nullable String evidence) {}

    /** A complaint and the stage it has reached. */
    public record Complaint(
            String subject, String stage, @Nullable String severity, Instant at) {}

    /**
     * Somebody they are connected with.
     *
     * @param other customer number
     * @param strength from 0 to 1
     */
    public record Relation(int other, String relation, double strength) {}
}
