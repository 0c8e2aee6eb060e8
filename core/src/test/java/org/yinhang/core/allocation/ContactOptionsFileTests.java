package org.yinhang.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContactOptionsFileTests {

    private static ContactOptions problem(long seed) {
        Random random = new Random(seed);
        ContactOptionsBuilder builder = ContactOptions.over(
                        Limit.atMost("预算 budget", random.nextInt(500)), Limit.atLeast("least", random.nextInt(3)))
                .perCustomer(1 + random.nextInt(2));
        for (int customer = 0; customer < 30; customer++) {
            builder.customer(customer * 7L);
            for (int option = 0; option < random.nextInt(4); option++) {
                builder.option(option, random.nextDouble(-50, 500)).draws(0, random.nextDouble(1, 60));
                if (random.nextBoolean()) {
                    builder.draws(1, 1);
                }
            }
        }
        return builder.build();
    }

    private static byte[] bytes(ContactOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContactOptionsFile.write(options, out);
        return out.toByteArray();
    }

    @Property(tries = 100)
    void whatIsReadIsWhatWasWritten(@ForAll long seed) throws IOException {
        ContactOptions written = problem(seed);
        byte[] bytes = bytes(written);
        ContactOptions read = ContactOptionsFile.read(new ByteArrayInputStream(bytes));
        assertThat(read.limits()).isEqualTo(written.limits());
        assertThat(read.perCustomer()).isEqualTo(written.perCustomer());
        assertThat(bytes(read)).isEqualTo(bytes);
    }

    @Test
    void aPlanOfWhatWasReadIsTheSamePlan() throws IOException {
        ContactOptions written = problem(5);
        ContactOptions read = ContactOptionsFile.read(new ByteArrayInputStream(bytes(written)));
        assertThat(Allocator.allocate(read).chosen())
                .isEqualTo(Allocator.allocate(written).chosen());
    }

    @Test
    void otherBytesAreRefused() {
        assertThatThrownBy(() -> ContactOptionsFile.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class);
    }
}
