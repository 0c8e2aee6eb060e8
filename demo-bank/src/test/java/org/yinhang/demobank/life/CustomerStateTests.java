package org.yinhang.demobank.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CustomerStateTests {

    @Test
    void comesBackFromItsBytesAsItWas() {
        CustomerState state = new CustomerState();
        state.clear();
        state.joined = true;
        state.everDefaulted = true;
        state.consents = CustomerState.BUREAU | 3;
        state.cardWritten = -77;
        state.memory.earlierRefused = true;
        state.memory.returnContact = 1L << 50;
        state.memory.returnCampaign = 1 << 20;
        state.application.campaign = 10_001;
        state.line.lastUsedOn = 20_000;
        state.loans[2].worstDpd = 91;
        ByteBuffer bytes = ByteBuffer.allocate(CustomerState.BYTES);
        state.write(bytes);
        assertThat(bytes.remaining()).isZero();

        CustomerState back = new CustomerState();
        back.read(bytes.flip());
        ByteBuffer again = ByteBuffer.allocate(CustomerState.BYTES);
        back.write(again);
        assertThat(again.array()).isEqualTo(bytes.array());
        assertThat(back.memory.returnContact).isEqualTo(1L << 50);
        assertThat(back.memory.returnCampaign).isEqualTo(1 << 20);
        assertThat(back.loans[2].worstDpd).isEqualTo(91);
    }

    @Test
    void forgetsEverythingWhenCleared() {
        byte[] noise = new byte[CustomerState.BYTES];
        new Random(5).nextBytes(noise);
        CustomerState state = new CustomerState();
        state.read(ByteBuffer.wrap(noise));
        state.clear();
        ByteBuffer bytes = ByteBuffer.allocate(CustomerState.BYTES);
        state.write(bytes);
        assertThat(bytes.array()).isEqualTo(new byte[CustomerState.BYTES]);
    }
}
