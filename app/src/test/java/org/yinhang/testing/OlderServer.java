package org.yinhang.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A wire before a real PostgreSQL on which it says to be version 13, byte for byte the same otherwise. */
public final class OlderServer implements AutoCloseable {

    private static final String OLD = "130012";

    private final ServerSocket entrance;
    private final URI real;

    private OlderServer(ServerSocket entrance, URI real) {
        this.entrance = entrance;
        this.real = real;
    }

    /** Opens the wire. */
    public static OlderServer before(String url) throws IOException {
        ServerSocket entrance = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        OlderServer server = new OlderServer(entrance, URI.create(url.substring("jdbc:".length())));
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    /** Its JDBC address. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + entrance.getLocalPort() + real.getPath();
    }

    private void serve() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), real.getPort());
                Thread.ofVirtual().start(() -> carry(client, server, false));
                Thread.ofVirtual().start(() -> carry(server, client, true));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void carry(Socket from, Socket to, boolean aged) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                String sent = aged ? text.replaceAll("1[4-9]00\\d\\d", OLD) : text;
                out.write(sent.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // One end hung up.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
