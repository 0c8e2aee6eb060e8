package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.yaml.YamlNode;

class VisitRulesTests {

    @Test
    void daysOfPhotosOfAnOlderVersionAreTheUsualOnes() {
        String older = WorkSettings.shippedText().replaceAll("(?m)^  photo_days: .*\\R", "");
        assertThat(older).doesNotContain("photo_days:");
        assertThat(WorkSettings.read(YamlNode.parse(older, "older")).visits().photoDays())
                .isEqualTo(180);
        assertThatThrownBy(() -> WorkSettings.read(YamlNode.parse(
                        WorkSettings.shippedText().replace("photo_days: 180", "photo_days: 0"), "wrong")))
                .isInstanceOf(FaultException.class);
    }
}
