package redline.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** The command line of a worker: the same Java and the same class path as here, within limits. */
final class ChildJava {
    private static final int LAST_WITH_GUARD = 23;

    private ChildJava() {}

    /**
     * @param mainClass as it is run where the program is no single jar; that one has its own
     * @param arguments of the main class
     */
    static List<String> command(Limits limits, Path folder, String mainClass, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        for (String nice : List.of("/usr/bin/nice", "/bin/nice")) {
            if (command.isEmpty() && Files.isExecutable(Path.of(nice))) {
                command.addAll(List.of(nice, "-n", "10"));
            }
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + limits.heap() + "m",
                "-XX:MaxMetaspaceSize=" + limits.metaspace() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ErrorFile=" + folder.resolve("crash"),
                // Threads of the common pool may not have a class loader of their own where there is a security
                // manager.
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0",
                "-Djava.io.tmpdir=" + folder,
                // Drools looks for settings there.
                "-Duser.home=" + folder,
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        int java = Runtime.version().feature();
        if (java > 17 && java <= LAST_WITH_GUARD) {
            command.add("-Djava.security.manager=allow");
        }
        String classPath = classPath();
        if (isOneJar(classPath)) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, mainClass));
        }
        command.addAll(arguments);
        return command;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The whole program in one jar, whose first class is the loader of the jars inside. */
    private static boolean isOneJar(String classPath) throws IOException {
        if (classPath.contains(File.pathSeparator) || !classPath.endsWith(".jar")) {
            return false;
        }
        try (JarFile jar = new JarFile(classPath)) {
            return jar.getManifest() != null
                    && jar.getManifest().getMainAttributes().getValue("Start-Class") != null;
        }
    }
}
