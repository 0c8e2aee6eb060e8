package org.yinhang.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagFile;

/** What people write as the value of a tag. */
class GivenTextTests {

    private static Optional<String> money(String written) {
        Tag assets = TagFile.bundled().stream()
                .filter(tag -> tag.id().equals("assets"))
                .findFirst()
                .orElseThrow();
        return GivenText.read(assets, written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,000 | 100000", "¥12.5元 | 1250", "3.5万 | 3500000", "1e9 | ", "1e300000000 | ", "- | ", "1.234 | "
            })
    void anAmountIsWrittenOutAndWholeInFen(String written, String fen) {
        assertThat(money(written)).isEqualTo(Optional.ofNullable(fen));
    }
}
