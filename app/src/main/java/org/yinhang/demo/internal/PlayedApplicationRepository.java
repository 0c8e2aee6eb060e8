package org.yinhang.demo.internal;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Repository;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;

/** Applications of the simulated bank that came from contacts of the platform. */
@Repository
class PlayedApplicationRepository {

    private final Lake lake;

    PlayedApplicationRepository(Lake lake) {
        this.lake = lake;
    }

    /** The application that came of a contact and reached a stage, by number of the contact. */
    Map<Long, Long> reached(String stage) {
        Map<Long, Long> reached = new HashMap<>();
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            session.query(
                    "SELECT contact, max(application) FROM applications WHERE stage = ? AND contact IS NOT NULL GROUP BY contact",
                    row -> reached.put(row.getLong(1), row.getLong(2)),
                    stage);
        }
        return reached;
    }
}
