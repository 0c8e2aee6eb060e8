package org.yinhang.tag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagFile;
import org.yinhang.tag.TagDefinitions;

class TagFieldsTests {

    @Test
    void everyShippedTagComesBackFromItsFieldsAsItWas() {
        List<Tag> shipped = TagFile.bundled();
        assertThat(shipped).hasSizeGreaterThan(150);
        for (Tag tag : shipped) {
            TagFields fields = TagFields.of(tag);
            TagFields again = TagFields.of(TagDefinitions.outline(fields.yaml()));
            assertThat(again).as(tag.id()).isEqualTo(fields);
        }
    }

    @Test
    void namesOfValuesMayHaveCommas() {
        Tag tag = TagFile.bundled().stream()
                .filter(one -> one.id().equals("customer_tier"))
                .findFirst()
                .orElseThrow();
        String text =
                TagFields.of(tag).yaml().replace("\"高端\"", "\"高端，稳定\"").replace("\"General\"", "\"General, wide\"");
        assertThat(text).contains("高端，稳定", "General, wide");
        assertThat(TagFields.of(TagDefinitions.outline(text)).yaml()).isEqualTo(text);
    }
}
