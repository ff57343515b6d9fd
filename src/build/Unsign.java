import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes the signature out of jars of the unpacked program, in place. The JVM checks a signed jar class by class at every
 * start and keeps its classes out of the start archive; the rule compiler (ECJ) is such a jar. Called by the launcher.
 */
class Unsign {
    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            try (FileSystem zip = FileSystems.newFileSystem(Path.of(jar))) {
                List<Path> signatures;
                try (var files = Files.list(zip.getPath("META-INF"))) {
                    signatures = files.filter(file -> file.toString().matches(".*\\.(SF|RSA|DSA|EC)"))
                            .collect(Collectors.toList());
                }
                for (Path signature : signatures) {
                    Files.delete(signature);
                }
            }
        }
    }
}
