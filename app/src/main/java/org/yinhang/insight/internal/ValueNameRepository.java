package org.yinhang.insight.internal;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Repository;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.Snapshot;

/** What the bank calls its products, branches and staff. */
@Repository
public class ValueNameRepository {

    private final Lake lake;

    ValueNameRepository(Lake lake) {
        this.lake = lake;
    }

    /** Products by code. */
    public Map<String, String> products(Snapshot snapshot, boolean isChinese) {
        return read(snapshot, "products", "product", isChinese ? "name" : "name_en");
    }

    /** Branches by code. */
    public Map<String, String> branches(Snapshot snapshot) {
        return read(snapshot, "branches", "branch", "name");
    }

    /** Staff by code. */
    public Map<String, String> staff(Snapshot snapshot) {
        return read(snapshot, "staff", "staff", "name");
    }

    private Map<String, String> read(Snapshot snapshot, String table, String code, String name) {
        Map<String, String> names = new HashMap<>();
        try (LakeSession session = lake.read(snapshot, SessionSettings.INTERACTIVE)) {
            session.each(
                    "SELECT %1$s, %2$s FROM %3$s WHERE %2$s IS NOT NULL".formatted(code, name, table),
                    row -> names.put(row.getString(1), row.getString(2)));
        }
        return names;
    }
}
