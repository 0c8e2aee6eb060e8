package org.yinhang.compliance.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinhang.compliance.policy.TouchFixture;
import org.yinhang.lake.yaml.YamlNode;

/** What the shipped campaigns say would pass the word check: they are what a newcomer copies. */
class ShippedCopyTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/resources/org/yinhang/decision/consumer-credit.yaml",
                "../samples/uci-bank-marketing/campaign.yaml",
                "../samples/minimal/campaign.yaml"
            })
    void everyScriptOfAShippedCampaignIsClean(String file) {
        CopyLint lint = new CopyLint(TouchFixture.RULES.words());
        List<String> texts = YamlNode.read(Path.of(file)).find("scripts").stream()
                .flatMap(scripts -> scripts.list().stream())
                .flatMap(script ->
                        Stream.of(script.get("zh").text(), script.get("en").text()))
                .toList();
        for (String text : texts) {
            assertThat(lint.check(text, "branch", Optional.empty()).findings())
                    .as(text)
                    .isEmpty();
        }
    }
}
