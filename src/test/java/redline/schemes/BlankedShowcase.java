package redline.schemes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import redline.check.CheckResult;
import redline.finding.Verdict;
import redline.intake.Intake;
import redline.scheme.Scheme;
import redline.schemes.JudgedShowcase.Answered;
import redline.schemes.SchemeTree.Blank;

/** One showcase, and what happens to its findings when something in it is made unknown. */
final class BlankedShowcase {
    /** Without these there is a complaint and no verdict; design §2, and ids and references that nothing can stand for. */
    private static final Set<String> OBLIGATORY = Set.of(
            "redline",
            "name",
            "crs",
            "basis",
            "basis.footprints",
            "basis.floorAreas",
            "basis.heights",
            "basis.green",
            "basis.parking",
            "dates",
            "dates.conditionsIssued",
            "dates.contractSigned",
            "dates.applicationReceived",
            "conditions[].incorporates[].pack",
            "conditions[].incorporates[].sentence");
    /** May be refused as well: a number without its item has no unit, indicators must say of which of several sites. */
    private static final Set<String> MAY_BE_REFUSED = Set.of("conditions[].lines[].item", "declared[].site");
    /** Keys whose value is the id of something else. */
    private static final Set<String> REFERENCES = Set.of("parcel", "zone", "site", "road", "building", "a", "b");

    private static final int THREADS = 2;

    private final SchemeTree whole;
    private final CheckResult result;
    private final Map<Answered, Verdict> before;

    BlankedShowcase(Showcase showcase) {
        this.whole = showcase.tree();
        this.result = JudgedShowcase.judge(whole);
        this.before = JudgedShowcase.verdicts(result);
    }

    List<Blank> all() {
        return whole.blanks();
    }

    /** Of each kind of attribute one that is in the middle of the file. */
    List<Blank> oneOfEachKind() {
        Map<String, List<Blank>> byKind = new LinkedHashMap<>();
        for (Blank blank : all()) {
            byKind.computeIfAbsent(blank.kind() + blank.removed(), kind -> new ArrayList<>())
                    .add(blank);
        }
        return byKind.values().stream().map(same -> same.get(same.size() / 2)).toList();
    }

    /** What is wrong with the findings after each blank; empty where the promise holds. */
    List<String> faults(List<Blank> blanks) {
        Set<Scheme> judged = ConcurrentHashMap.newKeySet();
        ForkJoinPool pool = new ForkJoinPool(THREADS);
        try {
            return pool.submit(() -> blanks.parallelStream()
                            .flatMap(blank -> faults(blank, judged).stream())
                            .toList())
                    .get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } catch (ExecutionException broken) {
            throw new AssertionError(broken);
        } finally {
            pool.shutdown();
        }
    }

    private List<String> faults(Blank blank, Set<Scheme> judged) {
        SchemeTree blanked = whole.without(blank);
        Intake intake = Showcase.read(blanked);
        boolean obligatory = OBLIGATORY.contains(blank.kind()) || isObligatoryId(blank);
        if (intake instanceof Intake.Refused && !obligatory) {
            intake = Showcase.read(withoutDangling(blanked));
        }
        if (intake instanceof Intake.Refused refused) {
            return obligatory || MAY_BE_REFUSED.contains(blank.kind())
                    ? List.of()
                    : List.of(blank + " is refused: " + refused.complaints().get(0));
        }
        if (obligatory) {
            return List.of(blank + " gives no complaint");
        }
        Scheme scheme = ((Intake.Accepted) intake).scheme();
        if (!judged.add(unnamed(scheme))) {
            return List.of();
        }
        try {
            return compared(blank, JudgedShowcase.judge(scheme));
        } catch (RuntimeException broken) {
            return List.of(blank + " fails: " + broken);
        }
    }

    /** The scheme without the hash of its file: two ways to leave something out are judged once. */
    private static Scheme unnamed(Scheme s) {
        return new Scheme(
                s.name(),
                "",
                s.crs(),
                s.basis(),
                s.dates(),
                s.project(),
                s.parcels(),
                s.conditions(),
                s.buildings(),
                s.surroundings(),
                s.sides(),
                s.roads(),
                s.controlLines(),
                s.greens(),
                s.parking(),
                s.facilities(),
                s.accesses(),
                s.areaElements(),
                s.gaps(),
                s.declared(),
                s.figures(),
                s.layers());
    }

    /** Lines of a letter may leave out their id, they are numbered; nothing else may. */
    private static boolean isObligatoryId(Blank blank) {
        boolean numbered = blank.kind().equals("conditions[].lines[].id") && blank.removed();
        return blank.kind().endsWith("].id") && !numbered;
    }

    private List<String> compared(Blank blank, CheckResult blanked) {
        List<String> faults = new ArrayList<>();
        Map<Answered, Verdict> after = JudgedShowcase.verdicts(blanked);
        before.forEach((answered, verdict) -> {
            Verdict now = after.get(answered);
            if (now == null) {
                if (after.keySet().stream().noneMatch(other -> standsFor(other, answered))) {
                    faults.add(blank + ": " + answered + " vanished");
                }
            } else if (now != verdict && now != Verdict.UNDETERMINED) {
                faults.add(blank + ": " + answered + " " + verdict + " became " + now);
            }
        });
        after.forEach((answered, verdict) -> {
            boolean isNew = !before.containsKey(answered);
            if (isNew && (verdict == Verdict.PASS || verdict == Verdict.VIOLATION)) {
                faults.add(blank + ": " + answered + " is new and " + verdict);
            }
        });
        Verdict overall = blanked.conclusion().verdict();
        if (overall == Verdict.PASS && result.conclusion().verdict() != Verdict.PASS) {
            faults.add(blank + ": overall became PASS");
        }
        return faults;
    }

    private static boolean standsFor(Answered notSupplied, Answered vanished) {
        return notSupplied.notSupplied() && notSupplied.rule().equals(vanished.rule());
    }

    /** With a layer go the references to what it held, and the indicators of a site that is gone; they would be complaints. */
    private static SchemeTree withoutDangling(SchemeTree tree) {
        Set<String> ids = new TreeSet<>();
        collectIds(tree.root(), ids);
        SchemeTree cut = tree;
        for (Blank blank : tree.blanks()) {
            boolean reference = REFERENCES.contains(
                    String.valueOf(blank.path().get(blank.path().size() - 1)));
            if (!blank.removed() && reference && tree.at(blank.path()) instanceof String id && !ids.contains(id)) {
                boolean ofIndicators = blank.kind().equals("declared[].site");
                cut = cut.without(ofIndicators ? new Blank(List.of("declared"), true) : blank);
            }
        }
        return cut;
    }

    private static void collectIds(Object value, Set<String> ids) {
        if (value instanceof Map<?, ?> table) {
            if (table.get("id") instanceof String id) {
                ids.add(id);
            }
            table.values().forEach(inner -> collectIds(inner, ids));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collectIds(inner, ids));
        }
    }
}
