package org.yinhang.customer.internal;

import java.util.List;
import org.yinhang.customer.profile.CareFacts;
import org.yinhang.customer.profile.CareFacts.Complaint;
import org.yinhang.customer.profile.CareFacts.Consent;
import org.yinhang.customer.profile.CareFacts.Contact;
import org.yinhang.customer.profile.CareFacts.Relation;
import org.yinhang.lake.LakeSession;

/** Reads contacts, consents, complaints and relations of one customer. */
final class CareFactsRepository {

    private static final int MONTH = 30;

    private final LakeSession session;
    private final CustomerView view;

    CareFactsRepository(LakeSession session, CustomerView view) {
        this.session = session;
        this.view = view;
    }

    CareFacts read() {
        return new CareFacts(contacts(), touches(), consents(), complaints(), relations());
    }

    private List<Contact> contacts() {
        return session.query(
                "SELECT epoch_us(occurred_at) AS moment, campaign, product, channel, staff, coalesce(reached, true) AS reached,"
                        + " outcome FROM (" + view.rows("contacts") + ") ORDER BY occurred_at DESC, id DESC LIMIT 12",
                row -> new Contact(
                        ProfileRepository.instant(row, "moment"),
                        row.getString("campaign"),
                        row.getString("product"),
                        row.getString("channel"),
                        row.getString("staff"),
                        row.getBoolean("reached"),
                        row.getString("outcome")));
    }

    private long touches() {
        return session.query(
                        "SELECT count(*) AS touches FROM (" + view.rows("contacts")
                                + ") WHERE occurred_at >= make_timestamp(" + view.before(MONTH) + ")",
                        row -> row.getLong("touches"))
                .getFirst();
    }

    private List<Consent> consents() {
        return session.query(
                "SELECT purpose, channel, granted, epoch_us(occurred_at) AS moment, evidence FROM ("
                        + view.rows("consents")
                        + " QUALIFY row_number() OVER (PARTITION BY purpose, channel, recipient"
                        + " ORDER BY occurred_at DESC, id DESC) = 1) ORDER BY purpose, channel NULLS FIRST",
                row -> new Consent(
                        row.getString("purpose"),
                        row.getString("channel"),
                        row.getBoolean("granted"),
                        ProfileRepository.instant(row, "moment"),
                        row.getString("evidence")));
    }

    private List<Complaint> complaints() {
        return session.query(
                "SELECT coalesce(subject, 'service') AS subject, stage, severity, epoch_us(occurred_at) AS moment FROM ("
                        + view.rows("complaints")
                        + " QUALIFY row_number() OVER (PARTITION BY complaint ORDER BY occurred_at DESC, id DESC) = 1)"
                        + " ORDER BY moment DESC LIMIT 10",
                row -> new Complaint(
                        row.getString("subject"),
                        row.getString("stage"),
                        row.getString("severity"),
                        ProfileRepository.instant(row, "moment")));
    }

    private List<Relation> relations() {
        return session.query(
                "SELECT other, coalesce(relation, 'transfer') AS relation, max(coalesce(strength, 0)) AS strength FROM ("
                        + view.rows("relations") + ") GROUP BY ALL ORDER BY strength DESC, other LIMIT 20",
                row -> new Relation(row.getInt("other"), row.getString("relation"), row.getDouble("strength")));
    }
}
