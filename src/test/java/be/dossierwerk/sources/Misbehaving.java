package be.dossierwerk.sources;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says whatever a test lets it say, also what no HTTP library would send. */
final class Misbehaving implements AutoCloseable {

    /** What happens with one connection after its request was read. */
    interface Manner {
        void answer(OutputStream out) throws Exception;
    }

    final AtomicInteger requests = new AtomicInteger();
    volatile String lastHead = "";
    private final ServerSocket server;
    private volatile Manner manner;

    Misbehaving() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread one = new Thread(() -> serve(socket));
                    one.setDaemon(true);
                    one.start();
                } catch (IOException e) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    void behave(Manner how) {
        manner = how;
    }

    void say(int status, String body) {
        behave(out -> out.write(http(status, body).getBytes(StandardCharsets.UTF_8)));
    }

    static String http(int status, String body) {
        return "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, body);
    }

    private void serve(Socket socket) {
        try (socket) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int read = socket.getInputStream().read();
                if (read < 0) {
                    return;
                }
                head.append((char) read);
            }
            lastHead = head.toString();
            requests.incrementAndGet();
            manner.answer(socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (Exception e) {
            // The client went away; that is what the test is about.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
