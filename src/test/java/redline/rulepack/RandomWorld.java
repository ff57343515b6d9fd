package redline.rulepack;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.fact.Terms;
import redline.measure.Missing;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.scheme.Subject;

/**
 * A small scheme in which properties, parameters, measures and whole layers may be unknown. Values come from small domains, so
 * that keys meet and comparisons tie.
 *
 * @param setbacks the table RoadSetback by road class, null = unknown cell
 * @param measures by quantity and subject id; absent = not measured
 */
record RandomWorld(
        List<Fact> facts, Map<String, Double> setbacks, Map<String, Double> parameters, Map<String, Value> measures) {
    private static final List<String> PARCELS = List.of("p1", "p2");
    private static final List<Double> NUMBERS = List.of(0.0, 1.0, 5.5, 12.0, 24.0);

    private static final Map<String, List<?>> DOMAINS = new HashMap<>();

    static {
        DOMAINS.put("parcel", PARCELS);
        DOMAINS.put("site", PARCELS);
        DOMAINS.put("zone", List.of("NONE"));
        DOMAINS.put("parent", List.of("NONE"));
        DOMAINS.put("landUse", List.of("0701", "1401"));
        DOMAINS.put("area", List.of(0.5, 2000.0));
        DOMAINS.put("item", List.of("BUILDING_HEIGHT", "SETBACK", "FAR", "PARKING_MOTOR_PER_100M2", "ROOF_FORM"));
        DOMAINS.put("bound", List.of("MIN", "MAX"));
        DOMAINS.put("heightClass", List.of("ANY"));
        DOMAINS.put("letter", List.of("L"));
        DOMAINS.put("article", List.of("第1条"));
        DOMAINS.put("terms", List.of(new Terms(List.of("PITCHED")), new Terms(List.of("FLAT", "PITCHED"))));
        DOMAINS.put("use", List.of("0701"));
        DOMAINS.put("standing", List.of("PROPOSED", "EXISTING"));
        DOMAINS.put("useClass", List.of("RESIDENTIAL", "PUBLIC", "STORAGE"));
        DOMAINS.put("fireGrade", List.of(1.0, 2.0));
        DOMAINS.put("roof", List.of("FLAT", "PITCHED"));
        DOMAINS.put("compass", List.of("N", "E", "S"));
        DOMAINS.put("beyond", List.of("ROAD", "PARCEL"));
        DOMAINS.put("road", List.of("r1", "r2", "r3", "NONE"));
        DOMAINS.put("roadClass", List.of("TRUNK", "BRANCH"));
        DOMAINS.put("building", List.of("b1", "b2", "b3"));
        DOMAINS.put("kind", List.of("PARCEL"));
        DOMAINS.put("dwellings", List.of(0.0, 5.5));
    }

    static RandomWorld known(Random random) {
        List<Fact> facts = new ArrayList<>();
        add(facts, Fact.Parcel.class, "p", 1 + random.nextInt(2), random);
        add(facts, Fact.Building.class, "b", 1 + random.nextInt(3), random);
        add(facts, Fact.Road.class, "r", random.nextInt(3), random);
        add(facts, Fact.Side.class, "s", random.nextInt(3), random);
        add(facts, Fact.BuildingSide.class, "bs", random.nextInt(3), random);
        add(facts, Fact.Condition.class, "c", random.nextInt(4), random);
        add(facts, Fact.ParkingBase.class, "k", random.nextInt(3), random);
        Map<String, Double> setbacks = new TreeMap<>();
        setbacks.put("TRUNK", pick(NUMBERS, random));
        if (random.nextBoolean()) {
            setbacks.put("BRANCH", pick(NUMBERS, random));
        }
        Map<String, Double> parameters = new TreeMap<>();
        parameters.put("x", pick(NUMBERS, random));
        parameters.put("without-a-row", pick(NUMBERS, random));
        return new RandomWorld(facts, setbacks, parameters, new TreeMap<>()).measured(random);
    }

    private static void add(List<Fact> facts, Class<? extends Fact> type, String prefix, int count, Random random) {
        for (int i = 1; i <= count; i++) {
            facts.add(completed(blank(type, prefix + i), prefix + i, random));
        }
    }

    /** Every subject with a value of every quantity that a rule bounds. */
    private RandomWorld measured(Random random) {
        Map<String, Value> all = new TreeMap<>(measures);
        for (Fact fact : facts) {
            if (fact instanceof Fact.About about) {
                for (Quantity quantity : List.of(
                        Quantity.BUILDING_HEIGHT,
                        Quantity.SETBACK,
                        Quantity.SPACING,
                        Quantity.FAR,
                        Quantity.FAR_FLOOR_AREA,
                        Quantity.GREEN_RATIO,
                        Quantity.PARKING_MOTOR)) {
                    all.putIfAbsent(
                            key(quantity, about.subject()),
                            new Value.Amount(
                                    new BigDecimal(pick(List.of("0", "1", "5.5", "12", "24", "30", "500"), random))));
                }
                all.putIfAbsent(
                        key(Quantity.ROOF_FORM, about.subject()),
                        Value.Terms.of(random.nextBoolean() ? "FLAT" : "PITCHED"));
            }
        }
        return new RandomWorld(facts, setbacks, parameters, all);
    }

    static String key(Quantity quantity, Subject subject) {
        return quantity + " " + subject.kind() + " " + subject.id();
    }

    boolean isKnown() {
        return facts.stream()
                        .noneMatch(fact -> fact.id() == null || !unknown(fact).isEmpty())
                && !setbacks.containsValue(null)
                && !parameters.containsValue(null)
                && parameters.containsKey("without-a-row")
                && measured(new Random(0)).measures.size() == measures.size();
    }

    boolean hasOpenLayer() {
        return facts.stream().anyMatch(fact -> fact.id() == null || fact.id().endsWith("?"));
    }

    /** One property, parameter, cell, measure or layer less. */
    RandomWorld forgetful(Random random) {
        List<Fact> less = new ArrayList<>(facts);
        Map<String, Double> cells = new TreeMap<>(setbacks);
        Map<String, Double> values = new TreeMap<>(parameters);
        Map<String, Value> known = new TreeMap<>(measures);
        switch (random.nextInt(13)) {
            case 4 -> values.remove("without-a-row");
            case 0 -> less.add(openLayer(random));
            case 1 -> cells.replaceAll((key, value) -> random.nextBoolean() ? null : value);
            case 2 -> values.put("x", null);
            case 3 -> known.remove(pick(new ArrayList<>(known.keySet()), random));
            default -> {
                int at = random.nextInt(less.size());
                Fact fact = less.get(at);
                RecordComponent[] components = fact.getClass().getRecordComponents();
                int property = random.nextInt(components.length);
                String name = components[property].getName();
                if (!name.equals("id") && !name.equals("subject") && !name.equals("letter")) {
                    Object[] parts = parts(fact);
                    parts[property] = null;
                    less.set(at, rebuilt(fact.getClass(), parts));
                }
            }
        }
        return new RandomWorld(less, cells, values, known);
    }

    private static Fact openLayer(Random random) {
        return pick(
                List.<Fact>of(
                        blank(Fact.Road.class, null),
                        blank(Fact.Side.class, null),
                        blank(Fact.BuildingSide.class, null),
                        blank(Fact.Building.class, null),
                        blank(Fact.Condition.class, null),
                        blank(Fact.ParkingBase.class, null),
                        new Fact.Side(null, Fixture.subject(Subject.Kind.SIDE, "p1?"), "p1", null, null, null),
                        new Fact.Condition(null, "p1", "SETBACK", "MIN", null, null, null, null, null, null, null, "L"),
                        new Fact.Condition(
                                "p1/BUILDING_HEIGHT?",
                                "p1",
                                "BUILDING_HEIGHT",
                                "MAX",
                                "ANY",
                                "ANY",
                                "ANY",
                                "ANY",
                                null,
                                null,
                                null,
                                "L")),
                random);
    }

    /** A world in which everything unknown has turned out to be something; open layers hold up to two facts more. */
    RandomWorld completion(Random random) {
        List<Fact> full = new ArrayList<>();
        int more = 0;
        for (Fact fact : facts) {
            boolean open = fact.id() == null || fact.id().endsWith("?");
            int copies = open ? random.nextInt(3) : 1;
            for (int i = 0; i < copies; i++) {
                String id = open ? newId(fact, ++more, full, random) : fact.id();
                full.add(completed(fact, id, random));
            }
        }
        Map<String, Double> cells = new TreeMap<>(setbacks);
        cells.replaceAll((key, value) -> value == null ? pick(NUMBERS, random) : value);
        Map<String, Double> values = new TreeMap<>(parameters);
        values.putIfAbsent("without-a-row", null);
        values.replaceAll((key, value) -> value == null ? pick(NUMBERS, random) : value);
        return new RandomWorld(full, cells, values, measures).measured(random);
    }

    /** An id that something may already refer to, or a fresh one. */
    private String newId(Fact like, int number, List<Fact> taken, Random random) {
        String wanted = like instanceof Fact.Road ? "r3" : like instanceof Fact.Building ? "b3" : null;
        boolean free = wanted != null
                && random.nextBoolean()
                && java.util.stream.Stream.concat(facts.stream(), taken.stream())
                        .noneMatch(f -> f.getClass() == like.getClass() && wanted.equals(f.id()));
        return free ? wanted : "new" + number;
    }

    private static Fact completed(Fact fact, String id, Random random) {
        RecordComponent[] components = fact.getClass().getRecordComponents();
        Object[] parts = parts(fact);
        for (int i = 0; i < parts.length; i++) {
            String name = components[i].getName();
            if (name.equals("id")) {
                parts[i] = id;
            } else if (name.equals("subject")) {
                parts[i] = new Subject(((Fact.About) fact).subject().kind(), id, Text.same(id));
            } else if (parts[i] == null) {
                parts[i] = value(fact, components[i], random);
            }
        }
        return rebuilt(fact.getClass(), parts);
    }

    private static Object value(Fact fact, RecordComponent component, Random random) {
        String name = component.getName();
        if (name.equals("side")) {
            return pick(fact instanceof Fact.Condition ? List.of("ANY", "N", "E") : List.of("s1", "s2"), random);
        }
        if (component.getType() == Boolean.class) {
            return random.nextBoolean();
        }
        return pick(DOMAINS.getOrDefault(name, NUMBERS), random);
    }

    private static Fact blank(Class<? extends Fact> type, String id) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            if (components[i].getName().equals("id")) {
                parts[i] = id;
            } else if (components[i].getName().equals("subject")) {
                String kind = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
                parts[i] = Fixture.subject(
                        Subject.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), id == null ? "?" : id);
            }
        }
        return rebuilt(type, parts);
    }

    private static Object[] parts(Fact fact) {
        RecordComponent[] components = fact.getClass().getRecordComponents();
        Object[] parts = new Object[components.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = components[i].getAccessor().invoke(fact);
            }
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
        return parts;
    }

    private static Fact rebuilt(Class<? extends Fact> type, Object[] parts) {
        try {
            return (Fact) type.getDeclaredConstructors()[0].newInstance(parts);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<String> unknown(Fact fact) {
        List<String> unknown = new ArrayList<>();
        Object[] parts = parts(fact);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] == null) {
                unknown.add(fact.getClass().getRecordComponents()[i].getName());
            }
        }
        return unknown;
    }

    /** With every unknown property of a fact that is there named by its own key, so that exactly it can be filled in. */
    SchemeRecord record() {
        Map<String, List<Missing>> absences = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact.id() != null) {
                for (String property : unknown(fact)) {
                    String key = fact.getClass().getSimpleName() + "/" + fact.id() + "/" + property;
                    absences.put(key, List.of(Missing.fact(key, key, key)));
                }
            }
        }
        return Fixture.record(facts, absences);
    }

    Row[] rows() {
        List<Row> rows = new ArrayList<>();
        setbacks.forEach((roadClass, setback) -> rows.add(Fixture.setback(roadClass, roadClass, setback)));
        parameters.forEach((name, value) -> rows.add(Fixture.parameter(name, value)));
        return rows.toArray(Row[]::new);
    }

    KnownWorld asKnown() {
        return new KnownWorld(facts, setbacks, parameters);
    }

    /** The same with the properties filled in whose keys are named; parameters and cells too. */
    RandomWorld filled(java.util.Set<String> paths, Random random) {
        List<Fact> fuller = new ArrayList<>();
        for (Fact fact : facts) {
            Object[] parts = parts(fact);
            RecordComponent[] components = fact.getClass().getRecordComponents();
            for (int i = 0; i < parts.length; i++) {
                String key = fact.getClass().getSimpleName() + "/" + fact.id() + "/" + components[i].getName();
                if (parts[i] == null && paths.contains(key)) {
                    parts[i] = value(fact, components[i], random);
                }
            }
            fuller.add(rebuilt(fact.getClass(), parts));
        }
        Map<String, Double> cells = new TreeMap<>(setbacks);
        cells.replaceAll((key, value) -> value == null && paths.contains("pack/tables/RoadSetback[" + key + "].setback")
                ? Double.valueOf(12)
                : value);
        Map<String, Double> values = new TreeMap<>(parameters);
        if (paths.contains("pack/parameters/x") || paths.contains("parameters/x")) {
            values.put("x", 12.0);
        }
        if (paths.contains("parameters/without-a-row")) {
            values.put("without-a-row", 12.0);
        }
        return new RandomWorld(fuller, cells, values, measures);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
