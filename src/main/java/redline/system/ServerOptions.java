package redline.system;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.casefile.StoreSettings;

/**
 * What a server is started with.
 *
 * @param port 0 for any free one
 * @param rules folder of rule files, null for those inside the program
 * @param office null for the self-check alone
 * @param clock null for the one of the machine
 * @param settings of the operator, by name
 */
public record ServerOptions(int port, Path rules, StoreSettings office, Clock clock, Map<String, String> settings) {
    public static ServerOptions of(int port, Path rules) {
        return new ServerOptions(port, rules, null, null, Map.of());
    }

    public ServerOptions with(StoreSettings settingsOfTheOffice) {
        return new ServerOptions(port, rules, settingsOfTheOffice, clock, settings);
    }

    public ServerOptions at(Clock other) {
        return new ServerOptions(port, rules, office, other, settings);
    }

    public ServerOptions with(String setting, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(setting, value);
        return new ServerOptions(port, rules, office, clock, more);
    }

    String[] arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=" + port);
        if (rules != null) {
            arguments.add("--redline.rules=" + rules.toAbsolutePath());
        }
        if (office != null) {
            arguments.add("--redline.office.folder=" + office.folder().toAbsolutePath());
            arguments.add("--redline.database.url=" + office.url());
            arguments.add("--redline.database.user=" + office.user());
            arguments.add("--redline.database.password=" + office.password());
        }
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }
}
