package redline.worker;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import redline.quantity.Text;

/** A worker whose tasks do what no task should; by its argument, one that never gets as far as a task. */
// What goes wrong here is what it is for.
@SuppressWarnings({"InfiniteRecursion", "ModifiedButNotUsed", "StreamResourceLeak"})
final class OddWorker {
    private OddWorker() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "garbage" -> {
                System.out.println("Hello, I am no worker.");
                forever();
            }
            case "silent" -> forever();
            case "gone" -> System.exit(7);
            case "huge-answer" -> {
                System.out.write(new byte[] {'d', 127, 127, 127, 127});
                System.out.flush();
                forever();
            }
            default ->
                WorkerEntry.serve(Map.of(
                        "upper",
                        OddWorker::upper,
                        "refuse",
                        (request, replies) -> replies.refused(new Text("不收", "not taken")),
                        "forget",
                        (request, replies) -> {},
                        "throw",
                        (request, replies) -> {
                            throw new IllegalStateException("x");
                        },
                        "fill",
                        OddWorker::fill,
                        "deep",
                        (request, replies) -> replies.progress("" + deep(0)),
                        "endless",
                        OddWorker::endless,
                        "flood",
                        OddWorker::flood,
                        "print",
                        OddWorker::print,
                        "escape",
                        OddWorker::escape));
        }
    }

    private static void forever() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void upper(InputStream request, Replies replies) throws IOException {
        replies.progress("half");
        replies.progress("whole");
        String text = new String(request.readAllBytes(), StandardCharsets.UTF_8);
        replies.done(text.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(InputStream request, Replies replies) {
        List<byte[]> full = new ArrayList<>();
        while (true) {
            full.add(new byte[1 << 20]);
        }
    }

    private static int deep(int depth) {
        return deep(depth + 1) + 1;
    }

    private static void endless(InputStream request, Replies replies) {
        replies.progress("begun");
        long round = 0;
        while (round >= 0) {
            round = (round + 1) & 0xFFFF;
        }
    }

    private static void flood(InputStream request, Replies replies) {
        while (true) {
            replies.progress("more");
        }
    }

    /** As rule text could; none of it reaches the parent's side. */
    private static void print(InputStream request, Replies replies) {
        for (int i = 0; i < 20_000; i++) {
            System.out.println("d\u0000\u0000\u0000\u0004fake");
            System.err.println("line " + i);
        }
        replies.done(new byte[] {1});
    }

    /** What was tried, and how it ended; the request names a port that is open and a folder of the parent's. */
    private static void escape(InputStream request, Replies replies) throws IOException {
        String[] given = new String(request.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
        int port = Integer.parseInt(given[0]);
        Path outside = Path.of(given[1]);
        List<String> ended = new ArrayList<>();
        attempt(ended, "connect", () -> new Socket("127.0.0.1", port));
        attempt(ended, "name", () -> InetAddress.getByName("example.org"));
        attempt(ended, "listen", () -> new ServerSocket(0));
        attempt(ended, "read", () -> Files.readString(Path.of("/etc/passwd")));
        attempt(ended, "read up", () -> Files.readString(Path.of("../../etc/passwd")));
        attempt(ended, "list", () -> Files.list(Path.of("/")).count());
        attempt(ended, "write", () -> Files.writeString(outside.resolve("canary"), "x"));
        attempt(ended, "link", () -> Files.createSymbolicLink(Path.of("link"), Path.of("/etc/passwd")));
        attempt(ended, "execute", () -> new ProcessBuilder("touch", outside + "/canary").start());
        attempt(ended, "exit", () -> {
            System.exit(0);
            return 0;
        });
        attempt(ended, "halt", () -> {
            Runtime.getRuntime().halt(0);
            return 0;
        });
        attempt(ended, "library", () -> {
            System.loadLibrary("x");
            return 0;
        });
        attempt(ended, "guard", OddWorker::dropGuard);
        attempt(ended, "out", () -> new java.io.FileOutputStream(java.io.FileDescriptor.out));
        attempt(ended, "environment", () -> System.getenv().keySet());
        attempt(ended, "own file", () -> Files.size(Files.writeString(Path.of("mine"), "x")));
        replies.done(String.join("\n", ended).getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("removal")
    private static Object dropGuard() {
        System.setSecurityManager(null);
        return 0;
    }

    private static void attempt(List<String> ended, String what, Callable<?> attempted) {
        try {
            ended.add(what + ": " + attempted.call());
        } catch (SecurityException denied) {
            ended.add(what + ": denied");
        } catch (Exception other) {
            ended.add(what + ": " + other);
        }
    }
}
