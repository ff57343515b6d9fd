package redline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import redline.intake.Intake;
import redline.intake.bundle.SchemeFiles;
import redline.intake.file.FileContents;
import redline.scheme.Dates;

/** {@code redline convert}: a scheme written in another format. What the format has no place for is told. */
@Command(name = "convert", mixinStandardHelpOptions = true, sortOptions = false)
final class ConvertCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "SCHEME… OUTPUT", arity = "2..*", descriptionKey = "paths")
    private List<String> paths = new ArrayList<>();

    @Mixin
    private DraftOptions options = new DraftOptions();

    ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path target = OutputFiles.writable(terminal.path(paths.get(paths.size() - 1)));
        List<Path> inputs =
                paths.subList(0, paths.size() - 1).stream().map(terminal::path).toList();
        DraftOptions.Handed handed = options.read(inputs, Dates.unknown(), terminal);
        if (handed.intake() instanceof Intake.Refused refused) {
            refused.complaints().forEach(complaint -> terminal.err().println(Failures.line(complaint, terminal)));
        }
        SchemeFiles files;
        try {
            files = SchemeFiles.of(handed.scheme());
        } catch (IllegalArgumentException noScheme) {
            throw new BadUsage("没有读出方案", "no scheme was read").because(noScheme);
        }
        OutputFiles output = new OutputFiles();
        output.add(target, bytes(files, target.getFileName().toString().toLowerCase(Locale.ROOT)));
        output.write();
        terminal.out().println(terminal.say("已写出 ", "Written: ") + target);
        return 0;
    }

    private byte[] bytes(SchemeFiles files, String name) throws IOException {
        if (name.endsWith(".city.json")) {
            return files.cityJson();
        }
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "json" -> files.json();
            case "csv" -> files.csv();
            case "xlsx" -> files.xlsx();
            case "dxf" -> drawing(files);
            case "geojson" -> geoJson(located(files));
            case "gpkg" -> located(files).geoPackage();
            default ->
                throw new BadUsage(
                        "不会写这种文件：" + name + "；可用：.json .dxf .geojson .gpkg .xlsx .csv .city.json",
                        "no such format: " + name + "; known: .json .dxf .geojson .gpkg .xlsx .csv .city.json");
        };
    }

    private byte[] drawing(SchemeFiles files) {
        long rest = files.notDrawn();
        if (rest > 0) {
            terminal.err()
                    .println(terminal.say(
                            "图形里放不下 " + rest + " 个值，请同时写出 .xlsx 或 .csv",
                            rest + " values have no place in a drawing; write an .xlsx or .csv beside it"));
        }
        return files.dxf();
    }

    private byte[] geoJson(SchemeFiles files) {
        List<FileContents.Trouble> troubles = new ArrayList<>();
        byte[] bytes = files.geoJson(troubles);
        troubles.forEach(trouble -> terminal.err().println(trouble.where() + " " + terminal.say(trouble.what())));
        return bytes;
    }

    private static SchemeFiles located(SchemeFiles files) {
        if (!files.located()) {
            throw new BadUsage("方案没有写明坐标系，请用 --crs 给出", "the scheme states no coordinate system; give one with --crs");
        }
        return files;
    }
}
