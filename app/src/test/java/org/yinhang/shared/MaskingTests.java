package org.yinhang.shared;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MaskingTests {

    @Test
    void masksAsTheInterfaceSays() {
        assertThat(Masking.name("张三")).isEqualTo("张*");
        assertThat(Masking.name("欧阳修远")).isEqualTo("欧**");
        assertThat(Masking.phone("13812345678")).isEqualTo("138****5678");
        assertThat(Masking.idNumber("330106199001011234")).isEqualTo("3301**********1234");
        assertThat(Masking.address("浙江省杭州市西湖区文三路 1 号")).isEqualTo("浙江省杭州市****");
    }

    @Property
    void neverShowsMoreThanEightCharactersNorChangesTheLength(@ForAll @StringLength(max = 30) String number) {
        String masked = Masking.idNumber(number);
        assertThat(masked).hasSameSizeAs(number);
        if (number.length() <= 8) {
            assertThat(masked.chars().allMatch(c -> c == '*')).isTrue();
        }
    }
}
