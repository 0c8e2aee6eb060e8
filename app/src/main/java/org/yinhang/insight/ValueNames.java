package org.yinhang.insight;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yinhang.campaign.Campaigns;
import org.yinhang.insight.internal.ValueNameRepository;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.attribution.Breakdown;

/** What codes in the lake's contacts and loans are called. */
@Component
public class ValueNames {

    private static final int KEPT = 8;

    private final Lake lake;
    private final Campaigns campaigns;
    private final ValueNameRepository repository;
    private final KeptAnswers<Asked, Map<String, String>> kept = new KeptAnswers<>(KEPT);

    private record Asked(long snapshot, Breakdown by, boolean isChinese) {}

    ValueNames(Lake lake, Campaigns campaigns, ValueNameRepository repository) {
        this.lake = lake;
        this.campaigns = campaigns;
        this.repository = repository;
    }

    /** The names of a breakdown's values, those of products in English where wanted; channels have theirs in the texts. */
    public Map<String, String> of(Breakdown by, boolean isChinese) {
        Snapshot snapshot = lake.current();
        Asked asked = new Asked(snapshot.version(), by, isChinese);
        return switch (by) {
            case CHANNEL -> Map.of();
            case CAMPAIGN -> campaigns.names();
            case PRODUCT -> kept.of(asked, () -> repository.products(snapshot, isChinese));
            case BRANCH -> kept.of(asked, () -> repository.branches(snapshot));
            case STAFF -> kept.of(asked, () -> repository.staff(snapshot));
        };
    }
}
