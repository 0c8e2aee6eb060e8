package org.yinhang.reach.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mail through a real server, and through servers that answer badly at every step. */
class SmtpGatewayTests {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static Message message(String to) {
        return new Message("t77", "email", "c1", 7, "news@bank.example", to, "额度提醒", "张三您好，退订请点击");
    }

    private static SmtpGateway gateway(int port, Optional<String> user) {
        return new SmtpGateway(
                new SmtpSettings("127.0.0.1", port, user, SmtpSettings.Security.NONE),
                Optional.of("secret"),
                PATIENCE,
                Clock.systemUTC());
    }

    @Test
    void aMailArrivesWithItsKeyWordsAndSender() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("yinhang", "secret");
        server.start();
        try {
            SmtpGateway gateway = gateway(server.getSmtp().getPort(), Optional.of("yinhang"));
            assertThat(gateway.send(message("zhang@example.com"))).isEqualTo(new SendAnswer.Accepted("t77"));
            MimeMessage arrived = server.getReceivedMessages()[0];
            assertThat(arrived.getMessageID()).isEqualTo("<t77@bank.example>");
            assertThat(arrived.getSubject()).isEqualTo("额度提醒");
            assertThat(arrived.getContent().toString().strip()).isEqualTo("张三您好，退订请点击");
            assertThat(GreenMailUtil.getAddressList(arrived.getFrom())).isEqualTo("news@bank.example");
            assertThat(gateway.send(message("no address")))
                    .as("nobody is called about what is no address")
                    .isEqualTo(new SendAnswer.Rejected("no mail address"));
            assertThat(gateway.status("t77")).isEqualTo(new StatusAnswer.Unavailable());
        } finally {
            server.stop();
        }
    }

    @Test
    void nobodyAtTheDoorMeansNotTaken() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(gateway(free, Optional.empty()).send(message("a@example.com")))
                .isEqualTo(new SendAnswer.NotTaken("no connection"));
    }

    @Test
    void theServersOwnWordDecides() throws Exception {
        assertThat(against("RCPT", "550 no such user")).isEqualTo(new SendAnswer.Rejected("SMTP 550"));
        assertThat(against("RCPT", "451 later")).isEqualTo(new SendAnswer.NotTaken("SMTP 451"));
        assertThat(against("MAIL", "452 full")).isEqualTo(new SendAnswer.NotTaken("SMTP 452"));
        assertThat(against(".", "554 refused")).isEqualTo(new SendAnswer.Rejected("SMTP 554"));
        assertThat(against(".", "451 later")).isEqualTo(new SendAnswer.NotTaken("SMTP 451"));
    }

    @Test
    void aLineThatBreaksAfterTheMessageLeavesItUnclear() throws Exception {
        assertThat(against(".", "")).isInstanceOf(SendAnswer.Unclear.class);
    }

    /** Sends one mail to a server that says yes to everything but one command, to which it gives that answer, or none. */
    private static SendAnswer against(String command, String answer) throws Exception {
        Thread server;
        SendAnswer given;
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server = Thread.ofVirtual().start(() -> serve(door, command, answer));
            given = gateway(door.getLocalPort(), Optional.empty()).send(message("a@example.com"));
        }
        server.join();
        return given;
    }

    private static void serve(ServerSocket door, String command, String answer) {
        try (Socket line = door.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8))) {
            say(line, "220 ready");
            boolean isMessage = false;
            for (String heard = in.readLine(); heard != null; heard = in.readLine()) {
                boolean isEnd = isMessage && heard.equals(".");
                if (isMessage && !isEnd) {
                    continue;
                }
                isMessage = heard.equals("DATA");
                if (heard.startsWith(command)) {
                    if (answer.isEmpty()) {
                        return;
                    }
                    say(line, answer);
                } else {
                    say(line, isMessage ? "354 go on" : "250 fine");
                }
            }
        } catch (IOException e) {
            // The other side has hung up: that is how every conversation here ends.
            return;
        }
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
