package redline.rulepack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What shows that hostile text has run: a method called, a file, a system property, a thread, a connection. */
final class Canaries implements AutoCloseable {
    private final Path file;
    private final ServerSocketChannel door;
    private final int touchedBefore = Tripwire.touched;

    Canaries(Path folder) throws IOException {
        file = folder.resolve("canary");
        door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        door.configureBlocking(false);
    }

    /** The text with the places of file and door filled in. */
    String fill(String text) {
        return text.replace("CANARY", file.toString())
                .replace("PORT", Integer.toString(door.socket().getLocalPort()));
    }

    /** Those that were touched. */
    List<String> touched() throws IOException {
        List<String> touched = new ArrayList<>();
        if (Tripwire.touched != touchedBefore) {
            touched.add("method");
        }
        if (Files.exists(file)) {
            touched.add("file");
        }
        if (System.getProperty("redline.canary") != null) {
            touched.add("property");
        }
        if (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("redline-canary"))) {
            touched.add("thread");
        }
        try (SocketChannel visitor = door.accept()) {
            if (visitor != null) {
                touched.add("connection");
            }
        }
        return touched;
    }

    @Override
    public void close() throws IOException {
        door.close();
        System.clearProperty("redline.canary");
    }
}
