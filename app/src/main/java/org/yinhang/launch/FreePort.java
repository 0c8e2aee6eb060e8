package org.yinhang.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** The check that nobody listens where we want to, made before anything slow starts. */
public final class FreePort {

    private FreePort() {}

    /**
     * Makes sure the port can be taken.
     *
     * @param port 1 to 65535, or 0 for any free one
     * @return the port, or the free one found for 0
     * @throws FaultException {@code RUN-1004} when another program has it
     */
    public static int check(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            "RUN-1004",
                            "Port " + port + " is in use by another program.",
                            address + ":" + port,
                            "Stop that program, or choose another port with --port."),
                    e);
        }
    }
}
