package org.yinhang.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yinhang.core.fault.Fault;

/** Texts with variables. */
class MessageTextTests {

    @Test
    void fillsWhatItKnowsAndLeavesTheRestToBeSeen() {
        MessageText text = new MessageText("{name}您好，最高{limit}");
        assertThat(text.used()).containsExactly("limit", "name");
        assertThat(text.fill(Map.of("name", "张$三"))).isEqualTo("张$三您好，最高{limit}");
    }

    @Test
    void refusesUnknownVariablesAndLonelyBraces() {
        assertThat(new MessageText("{name} {salary} {} }").faults("t"))
                .extracting(Fault::code)
                .containsExactly("RCH-1001", "RCH-1001", "RCH-1002");
        assertThat(new MessageText("{name} {rate}").faults("t")).isEmpty();
    }
}
