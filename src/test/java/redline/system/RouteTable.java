package redline.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import redline.casefile.Role;

/** The table routes.txt: who may ask for what. */
final class RouteTable {
    private RouteTable() {}

    /** @param own whether an applicant and an outside reviewer, where their roles may, see their own alone */
    record Row(String method, String pattern, boolean anonymous, Set<Role> roles, boolean own) {
        String name() {
            return method + " " + pattern;
        }

        /** @param role null for who has not logged in */
        boolean allows(Role role) {
            return role == null ? anonymous : roles.contains(role);
        }

        /** With something in every place, that no office has; but for the steps of a case, which the office has a table of. */
        String nowhere() {
            return pattern.replace("{step}", "submit")
                    .replace("{kind}", "opinion")
                    .replaceAll("\\{[^}]*}", "0".repeat(32));
        }

        /** Asked by programs, with a key and without a session. */
        boolean forPrograms() {
            return pattern.startsWith("/api/office/");
        }
    }

    static List<Row> read() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = RouteTable.class.getResourceAsStream("routes.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(row(line.strip().split("\\s+")));
                }
            }
        }
        return rows;
    }

    private static Row row(String... columns) {
        boolean own = columns.length == 4 && columns[3].equals("own");
        if (columns.length != 3 && !own) {
            throw new AssertionError("routes.txt: method, pattern, who, own: " + String.join(" ", columns));
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        switch (columns[2]) {
            case "anyone", "account" -> roles.addAll(EnumSet.allOf(Role.class));
            case "cases" -> roles.addAll(EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR)));
            case "staff" -> roles.addAll(EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR, Role.APPLICANT)));
            default -> {
                for (String role : columns[2].split(",")) {
                    roles.add(Role.valueOf(role));
                }
            }
        }
        return new Row(columns[0], columns[1], columns[2].equals("anyone"), roles, own);
    }
}
