package redline.rulepack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import redline.quantity.Text;

/**
 * How many facts are tried for one branch on a large scheme: {@value #BUILDINGS} buildings on {@value #PARCELS} parcels, tables of
 * {@value #ROWS} rows. An estimate: an equality divides the facts by the different values that its property has; every other
 * condition leaves half of the rows of a table and all facts. Made twice, in the order of the interpreter and in that of the text, which is Drools'.
 */
final class Effort {
    private static final int BUILDINGS = 300;
    private static final int PARCELS = 10;
    private static final int ROWS = 100;
    /** Different values of a property of which nothing is known. */
    private static final int VALUES = 10;

    /** Facts of the types that are more, or fewer, than buildings. */
    private static final Map<String, Integer> FACTS = Map.ofEntries(
            Map.entry("Parcel", PARCELS),
            Map.entry("SiteDetail", PARCELS),
            Map.entry("SiteArea", 3 * PARCELS),
            Map.entry("SiteRoad", 3 * PARCELS),
            Map.entry("Side", 6 * PARCELS),
            Map.entry("SideDetail", 6 * PARCELS),
            Map.entry("Road", 4 * PARCELS),
            Map.entry("ControlLine", 4 * PARCELS),
            Map.entry("Access", 4 * PARCELS),
            Map.entry("NearbyPoint", 4 * PARCELS),
            Map.entry("AccessPoint", 16 * PARCELS),
            Map.entry("Volume", 2 * BUILDINGS),
            Map.entry("BuildingSide", 6 * BUILDINGS),
            Map.entry("VolumeSide", 12 * BUILDINGS),
            Map.entry("VolumeLine", 8 * BUILDINGS),
            Map.entry("BasementSide", 6 * BUILDINGS),
            Map.entry("Pair", 10 * BUILDINGS),
            Map.entry("VolumePair", 40 * BUILDINGS),
            Map.entry("AreaElement", 20 * BUILDINGS),
            Map.entry("SunlitDwelling", 20 * BUILDINGS),
            Map.entry("SunlitRoom", 4 * BUILDINGS),
            Map.entry("ReportedWindow", 60 * BUILDINGS));

    /** Properties that name another fact, by what they name. */
    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("parcel", PARCELS),
            Map.entry("site", PARCELS),
            Map.entry("zone", PARCELS),
            Map.entry("side", 6 * PARCELS),
            Map.entry("road", 4 * PARCELS),
            Map.entry("line", 4 * PARCELS),
            Map.entry("access", 4 * PARCELS),
            Map.entry("point", 4 * PARCELS),
            Map.entry("building", BUILDINGS),
            Map.entry("buildingA", BUILDINGS),
            Map.entry("buildingB", BUILDINGS),
            Map.entry("a", BUILDINGS),
            Map.entry("b", BUILDINGS),
            Map.entry("volume", 2 * BUILDINGS));

    private final Map<Step.Pattern, Double> reached = new HashMap<>();
    private double tried;

    private Effort() {}

    /** A fault at the pattern where it becomes more than the interpreter may do for one rule on that scheme. */
    static void check(Branch.Path path, FactType about, int line, Faults faults) {
        Effort effort = of(path);
        double most = (double) Interpreter.most((int) facts(about));
        if (effort.tried > most) {
            int at = effort.reached.entrySet().stream()
                    .filter(reached -> reached.getValue() > most)
                    .mapToInt(reached -> reached.getKey().line())
                    .min()
                    .orElse(line);
            String tried = String.format(Locale.ROOT, "%,.0f", effort.tried);
            String limit = String.format(Locale.ROOT, "%,.0f", most);
            faults.add(
                    at,
                    "",
                    new Text(
                            "组合太多:在有 " + BUILDINGS + " 栋建筑的方案上约要试 " + tried + " 次,上限 " + limit + " 次",
                            "too many combinations: about " + tried + " tries on a scheme of " + BUILDINGS
                                    + " buildings, at most " + limit),
                    new Text(
                            "让这一行的模式按 id、building 等编号与前面的相等;需要汇总的数请程序人员发布一个量算",
                            "let the pattern of this line equal an earlier one by id, building or the like; what needs aggregation is a measure"));
        }
    }

    /** The greater of the two. */
    private static Effort of(Branch.Path path) {
        Effort planned = new Effort();
        planned.plan(Plan.of(path), 1);
        Effort written = new Effort();
        written.steps(path.steps(), new HashSet<>(), 1);
        return planned.tried > written.tried ? planned : written;
    }

    static double tries(Branch.Path path) {
        return of(path).tried;
    }

    private void plan(Plan plan, double before) {
        double found = before;
        for (Plan.Level level : plan.levels()) {
            found = pattern(level.pattern(), level.keys(), found);
            for (Plan.Group group : level.groups()) {
                plan(group.plan(), found);
            }
        }
    }

    private void steps(List<Step> steps, Set<Integer> chosen, double before) {
        double found = before;
        for (Step step : steps) {
            if (step instanceof Step.Pattern pattern) {
                found = pattern(pattern, Plan.keys(pattern.slot(), pattern.conditions(), chosen), found);
                chosen.add(pattern.slot());
            } else {
                List<Step> group = step instanceof Step.Absent absent ? absent.group() : ((Step.Present) step).group();
                steps(group, new HashSet<>(chosen), found);
            }
        }
    }

    private double pattern(Step.Pattern pattern, List<Plan.Key> keys, double before) {
        double facts = facts(pattern.type());
        for (Plan.Key key : keys) {
            facts = facts * key.values().size() / values(pattern.type(), key.property());
        }
        tried += before * Math.max(1, facts);
        reached.put(pattern, tried);
        if (pattern.type().isRow()) {
            long others = pattern.conditions().stream()
                    .filter(c -> keys.stream().noneMatch(key -> key.condition().equals(c)))
                    .count();
            facts /= Math.pow(2, (int) others);
        }
        return before * Math.max(1, facts);
    }

    private static double facts(FactType type) {
        return type.isRow() ? ROWS : FACTS.getOrDefault(type.name(), BUILDINGS);
    }

    private static double values(FactType type, int index) {
        FactType.Property property = type.properties().get(index);
        boolean isParameter =
                type.name().equals(PublishedFacts.PARAMETER) && property.name().equals("name");
        if (property.name().equals("id") || isParameter) {
            return facts(type);
        }
        int named = NAMED.getOrDefault(property.name(), VALUES);
        int words =
                property.kind() == FactType.Kind.BOOLEAN ? 2 : property.words().size();
        return words > 0 && !type.isRow() ? words : named;
    }
}
