package org.yinhang.decision.outreach;

import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.Snapshot;

/** Reads from the lake who works where. */
final class OutreachPeopleRepository {

    private OutreachPeopleRepository() {}

    /** The time of everybody on the list of staff; nobody's where the lake has none. */
    static OutreachPeople read(Lake lake, OutreachTerms terms) {
        Snapshot snapshot = lake.current();
        if (!snapshot.tables().containsKey("staff") || !snapshot.tables().containsKey("branches")) {
            return OutreachPeople.NOBODY;
        }
        try (LakeSession session = lake.read(snapshot, SessionSettings.INTERACTIVE)) {
            return OutreachPeople.of(
                    session.query(
                            """
                            SELECT s.staff, coalesce(s.branch, ''), coalesce(b.name, s.branch, ''), coalesce(s.role, '')
                            FROM staff s LEFT JOIN branches b ON b.branch = s.branch ORDER BY s.staff""",
                            row -> new OutreachPeople.Person(
                                    row.getString(1), row.getString(2), row.getString(3), row.getString(4))),
                    terms);
        }
    }
}
