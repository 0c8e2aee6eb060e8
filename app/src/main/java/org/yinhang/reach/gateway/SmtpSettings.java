package org.yinhang.reach.gateway;

import java.util.Optional;
import org.yinhang.lake.yaml.YamlNode;

/**
 * A mail server.
 *
 * @param host its name
 * @param port its port
 * @param user whom to sign in as; empty for nobody
 * @param security how the line is protected
 */
public record SmtpSettings(String host, int port, Optional<String> user, Security security) {

    /** How the line is protected. */
    public enum Security {
        /** Encrypted from the beginning. */
        TLS,
        /** Encrypted before anything is said, or not at all. */
        STARTTLS,
        /** In the clear: for a server on the same machine. */
        NONE
    }

    private static final int HIGHEST_PORT = 65_535;

    /** Reads settings; the password is kept apart. */
    public static SmtpSettings of(YamlNode node) {
        node.only("host", "port", "user", "security");
        return new SmtpSettings(
                node.get("host").text(),
                node.get("port").whole(1, HIGHEST_PORT),
                node.find("user").map(YamlNode::text),
                node.find("security").map(found -> found.oneOf(Security.class)).orElse(Security.STARTTLS));
    }
}
