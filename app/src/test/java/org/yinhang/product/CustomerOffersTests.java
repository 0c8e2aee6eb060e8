package org.yinhang.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagFile;

class CustomerOffersTests {

    private static final Map<String, Tag> TAGS =
            TagFile.bundled().stream().collect(Collectors.toMap(Tag::id, Function.identity()));

    @Test
    void bureauDataStayUnreadWithoutAuthorisation() {
        assertThat(CustomerOffers.hidden(TAGS, false, false))
                .contains("bureau_inquiries", "joint_debt", "application_risk")
                .doesNotContain("income", "worst_days_past_due");
        assertThat(CustomerOffers.hidden(TAGS, true, false)).isEmpty();
    }

    @Test
    void staleScoresCountAsMissing() {
        assertThat(CustomerOffers.hidden(TAGS, true, true))
                .contains("application_risk", "response_l101")
                .doesNotContain("bureau_inquiries", "income");
    }
}
