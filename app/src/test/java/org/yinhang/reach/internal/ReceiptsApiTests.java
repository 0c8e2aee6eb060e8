package org.yinhang.reach.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.Channels;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.gateway.Signature;

/** Gateways report over HTTP, signed. */
class ReceiptsApiTests extends SendingSetup {

    private static final String SECRET = "a secret of gateway and bank";
    private static final String PATH = "/api/v1/receipts/sms";

    @Autowired
    private MockMvc web;

    @Autowired
    private Channels channels;

    @Override
    void openChannel() {
        channels.set("sms", ChannelKind.HTTP, true, gateway.yaml(100), SECRET, Waves.viewer("admin"));
    }

    private MockHttpServletResponse report(String body, String signature, long seconds) throws Exception {
        return web.perform(post(PATH)
                        .content(body)
                        .contentType("application/json")
                        .header("X-Timestamp", Long.toString(seconds))
                        .header("X-Signature", signature))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse report(String body) throws Exception {
        long now = clock.realInstant().getEpochSecond();
        return report(body, Signature.of(SECRET, Long.toString(now), PATH, body), now);
    }

    @Test
    void aSignedReportSettlesWhatNobodyKnewAndCountsOnce() throws Exception {
        List<Integer> customers = waves.customers(2);
        Dispatch wave = waves.wave(customers);
        gateway.conduct(StandInGateway.Conduct.ACCEPTS_IN_SILENCE);
        while (sending.turn("sms") > 0) {}
        assertThat(dispatches.reconcile(wave).unknown()).isEqualTo(2);
        StringBuilder body = new StringBuilder("[");
        for (String key : gateway.handed().keySet()) {
            body.append(body.length() > 1 ? "," : "")
                    .append(
                            "{\"receipt\": \"api-%s\", \"key\": \"%s\", \"event\": \"delivered\", \"at\": \"2026-11-22T04:00:00Z\"}"
                                    .formatted(key, key));
        }
        String reports = body.append("]").toString();
        assertThat(report(reports).getContentAsString()).isEqualTo("{\"taken\":2,\"repeated\":0}");
        assertThat(report(reports).getContentAsString()).isEqualTo("{\"taken\":0,\"repeated\":2}");
        assertThat(dispatches.reconcile(wave).sent()).isEqualTo(2);
    }

    @Test
    void anUnsignedAForgedAndAnOldReportAreRefused() throws Exception {
        String body = "{\"receipt\": \"r\", \"key\": \"t1\", \"event\": \"opened\", \"at\": \"2026-11-22T04:00:00Z\"}";
        long now = clock.realInstant().getEpochSecond();
        String right = Signature.of(SECRET, Long.toString(now), PATH, body);
        assertThat(report(body, "", now).getStatus()).isEqualTo(403);
        assertThat(report(body + " ", right, now).getStatus()).isEqualTo(403);
        assertThat(report(body, right, now - 1).getStatus()).isEqualTo(403);
        long old = now - 600;
        assertThat(report(body, Signature.of(SECRET, Long.toString(old), PATH, body), old)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void everyFaultOfAReportIsTold() throws Exception {
        MockHttpServletResponse answer = report(
                "[{\"receipt\": \"r\", \"key\": \"t999999999\", \"event\": \"opened\", \"at\": \"2026-11-22T04:00:00Z\"},"
                        + " {\"receipt\": \"s\", \"key\": \"t1\", \"event\": \"eaten\", \"at\": \"2026-11-22T04:00:00Z\"}]");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("RCH-2001", "RCH-2003");
        assertThat(report("no json").getContentAsString()).contains("RCH-2002");
    }
}
