package redline.worker;

import java.io.FileDescriptor;
import java.io.FilePermission;
import java.net.InetAddress;
import java.net.SocketPermission;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkPermission;
import java.nio.file.Path;
import java.security.Permission;
import java.util.List;
import java.util.Set;

/**
 * What code in a worker may not: reach the network, read files but those of Java, of the class path and of its folder, write any but in its folder,
 * start processes, end the process, load native code, or take this guard away. A fence behind the lint, for JVMs that still have one (up to Java 23).
 */
@SuppressWarnings("removal")
final class Guard extends SecurityManager {
    private static final Set<String> DENIED = Set.of(
            "setSecurityManager",
            "manageProcess",
            "setIO",
            "setPolicy",
            "setFactory",
            "attachVirtualMachine",
            "createAgent");
    private static final List<Path> JAVA_LIBRARIES =
            List.of(Path.of(System.getProperty("java.home"), "lib"), Path.of(System.getProperty("java.home"), "bin"));

    private static final Set<String> DEVICES = Set.of("/dev/random", "/dev/urandom");

    private final Path folder;
    private final List<Path> readable;
    private volatile boolean leaving;

    private Guard(Path folder, List<Path> readable) {
        this.folder = folder;
        this.readable = readable;
    }

    /** From now on; null on a JVM that does not allow one. */
    static Guard install(Path folder, List<Path> readable) {
        Guard guard = new Guard(folder, readable);
        try {
            System.setSecurityManager(guard);
            return guard;
        } catch (UnsupportedOperationException newerJava) {
            return null;
        }
    }

    /** The worker itself ends. */
    void leave() {
        leaving = true;
    }

    @Override
    public void checkPermission(Permission asked) {
        if (asked instanceof FilePermission) {
            if (asked.getActions().contains("execute")) {
                throw denied("execute", asked.getName());
            }
            if (asked.getActions().contains("write") || asked.getActions().contains("delete")) {
                checkWrite(asked.getName());
            } else {
                checkRead(asked.getName());
            }
        } else if (asked instanceof SocketPermission || asked instanceof LinkPermission) {
            throw denied(asked.getClass().getSimpleName(), asked.getName());
        } else if (asked.getName().startsWith("exitVM")) {
            checkExit(0);
        } else if (asked instanceof RuntimePermission
                && (DENIED.contains(asked.getName()) || asked.getName().startsWith("loadLibrary"))) {
            throw denied("runtime", asked.getName());
        }
    }

    @Override
    public void checkPermission(Permission asked, Object whose) {
        checkPermission(asked);
    }

    @Override
    public void checkRead(String file) {
        Path path = path(file);
        boolean known = path.startsWith(folder)
                || DEVICES.contains(path.toString())
                || readable.stream().anyMatch(path::startsWith);
        if (!known) {
            throw denied("read", file);
        }
    }

    @Override
    public void checkRead(String file, Object whose) {
        checkRead(file);
    }

    @Override
    public void checkRead(FileDescriptor open) {}

    @Override
    public void checkWrite(String file) {
        if (!path(file).startsWith(folder)) {
            throw denied("write", file);
        }
    }

    /** Standard output is the way to the parent; no second one may speak there. */
    @Override
    public void checkWrite(FileDescriptor open) {
        throw denied("write", "an open file");
    }

    @Override
    public void checkDelete(String file) {
        checkWrite(file);
    }

    @Override
    public void checkExec(String command) {
        throw denied("execute", command);
    }

    @Override
    public void checkExit(int status) {
        if (!leaving) {
            throw denied("exit", String.valueOf(status));
        }
    }

    /** Java's own libraries are loaded when they are first needed, by name or from where they lie; no other one is. */
    @Override
    public void checkLink(String library) {
        boolean isJavas = library.matches("[A-Za-z0-9_]+")
                ? JAVA_LIBRARIES.stream().anyMatch(place -> Files.exists(place.resolve(System.mapLibraryName(library))))
                : JAVA_LIBRARIES.contains(path(library).getParent());
        if (!isJavas) {
            throw denied("load", library);
        }
    }

    @Override
    public void checkConnect(String host, int port) {
        throw denied("connect", host);
    }

    @Override
    public void checkConnect(String host, int port, Object whose) {
        throw denied("connect", host);
    }

    @Override
    public void checkListen(int port) {
        throw denied("listen", String.valueOf(port));
    }

    @Override
    public void checkAccept(String host, int port) {
        throw denied("accept", host);
    }

    @Override
    public void checkMulticast(InetAddress group) {
        throw denied("multicast", String.valueOf(group));
    }

    private static Path path(String file) {
        try {
            return Path.of(file).toAbsolutePath().normalize();
        } catch (InvalidPathException none) {
            throw denied("reach", file);
        }
    }

    private static SecurityException denied(String what, String whom) {
        return new SecurityException("a worker may not " + what + " " + whom);
    }
}
