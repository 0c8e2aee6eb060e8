package org.yinhang.reach.gateway;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * A mail server. What it refused in so many words was certainly not taken, for now (4xx) or for good (5xx); a line that
 * broke after the message began leaves it unclear, and no mail server can be asked about it later.
 */
public final class SmtpGateway implements Gateway {

    private static final int PERMANENT = 500;

    private final Session session;
    private final Clock clock;

    /** Over settings of a channel; the secret is the password. */
    public SmtpGateway(SmtpSettings settings, Optional<String> password, Duration timeout, Clock clock) {
        this.clock = clock;
        String millis = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        boolean isTls = settings.security() == SmtpSettings.Security.TLS;
        boolean isStartTls = settings.security() == SmtpSettings.Security.STARTTLS;
        properties.put("mail.smtp.ssl.enable", Boolean.toString(isTls));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(isStartTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(isStartTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        this.session = Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user().orElse(""), password.orElse(""));
            }
        });
    }

    @Override
    public SendAnswer send(Message message) {
        MimeMessage mail;
        try {
            mail = mail(message);
        } catch (MessagingException e) {
            return new SendAnswer.Rejected("no mail address");
        }
        boolean isConnected = false;
        boolean isTaken = false;
        try (Transport transport = session.getTransport()) {
            transport.connect();
            isConnected = true;
            transport.sendMessage(mail, mail.getAllRecipients());
            isTaken = true;
        } catch (MessagingException e) {
            if (!isTaken) {
                return isConnected ? answer(e) : new SendAnswer.NotTaken("no connection");
            }
        }
        return new SendAnswer.Accepted(message.key());
    }

    /** The server's own word where there is one; it sends mail to one recipient only, so a refusal is of the whole. */
    private static SendAnswer answer(MessagingException problem) {
        for (Exception cause = problem; cause != null; ) {
            int code =
                    switch (cause) {
                        case SMTPSendFailedException refused -> refused.getReturnCode();
                        case SMTPAddressFailedException refused -> refused.getReturnCode();
                        default -> 0;
                    };
            if (code >= PERMANENT) {
                return new SendAnswer.Rejected("SMTP " + code);
            }
            if (code >= 400) {
                return new SendAnswer.NotTaken("SMTP " + code);
            }
            cause = cause instanceof MessagingException nested ? nested.getNextException() : null;
        }
        return new SendAnswer.Unclear("line broke");
    }

    private MimeMessage mail(Message message) throws MessagingException {
        String domain = message.sender().substring(message.sender().indexOf('@') + 1);
        String id = "<" + message.key() + "@" + domain + ">";
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress(message.sender(), true));
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(message.to(), true));
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setText(message.text(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.saveChanges();
        return mail;
    }

    @Override
    public StatusAnswer status(String key) {
        return new StatusAnswer.Unavailable();
    }
}
