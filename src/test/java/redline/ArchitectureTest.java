package redline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The shape of the code, as docs/ARCHITECTURE.md draws it. A package that does not exist yet breaks no rule. */
@AnalyzeClasses(packages = "redline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CORE = {"quantity", "scheme", "measure", "fact", "requirement", "finding"};

    /** Package → the packages it may use. All that stands further down the arrow may be used as well. */
    private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

    static {
        allow("quantity");
        allow("scheme", "quantity");
        allow("sun");
        allow("measure", "scheme", "sun");
        allow("fact", "measure");
        allow("requirement", "fact");
        allow("finding", "requirement");
        allow("intake", "scheme");
        allow("rulepack", "requirement");
        allow("check", "rulepack", "finding");
        allow("remedy", "check");
        allow("report", "remedy");
        allow("output", "report", "intake");
        allow("worker", "rulepack");
        allow("seal", "report");
        allow("archive", "seal", "worker");
        allow("proof", "report", "intake", "worker");
        allow("upload", "intake", "remedy");
        allow("screen", "report", "upload");
        allow("paper", "report");
        allow("exchange", "intake");
        allow("casefile", "archive", "intake", "upload", "paper", "exchange");
        allow("selfcheck", "output", "intake", "screen", "upload", "exchange");
        allow("review", "casefile", "screen", "output");
        allow("workshop", "casefile", "proof", "worker");
        allow("policy", "workshop", "screen");
        allow("system", "selfcheck", "review", "policy");
        allow("cli", "output", "intake", "proof", "archive", "system");
    }

    private static void allow(String user, String... used) {
        Set<String> all = new LinkedHashSet<>();
        for (String name : used) {
            all.add(name);
            all.addAll(MAY_USE.getOrDefault(name, Set.of()));
        }
        MAY_USE.put(user, all);
    }

    @ArchTest
    static void packages_use_only_what_the_table_allows(JavaClasses all) {
        MAY_USE.forEach((user, used) -> {
            List<String> allowed = new ArrayList<>(List.of(inside(user)));
            used.forEach(name -> allowed.add(inside(name)));
            classes()
                    .that(resideInAPackage(inside(user)))
                    .should(onlyDependOnClassesThat(
                            not(resideInAPackage("redline..")).or(resideInAnyPackage(allowed.toArray(String[]::new)))))
                    .as(user + " uses only " + used)
                    .allowEmptyShould(true)
                    .check(all);
        });
    }

    @ArchTest
    static final ArchRule every_package_stands_in_the_table =
            classes().should().resideInAnyPackage(insideEach(MAY_USE.keySet().stream()));

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("redline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_core_knows_only_java_and_geometry = classes()
            .that()
            .resideInAnyPackage(insideEach(Stream.of(CORE)))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.locationtech.jts..", "redline..");

    @ArchTest
    static final ArchRule only_rulepack_knows_drools = noClasses()
            .that()
            .resideOutsideOfPackage(inside("rulepack"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..", "org.mvel2..");

    @ArchTest
    static final ArchRule only_report_makes_pdf = noClasses()
            .that()
            .resideOutsideOfPackage(inside("report"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.openhtmltopdf..", "org.apache.batik..");

    @ArchTest
    static final ArchRule only_report_draws_codes = noClasses()
            .that()
            .resideOutsideOfPackage(inside("report"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.zxing..");

    @ArchTest
    static final ArchRule only_report_and_seal_know_pdf = noClasses()
            .that()
            .resideOutsideOfPackages(inside("report"), inside("seal"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..");

    @ArchTest
    static final ArchRule only_seal_knows_bouncy_castle = noClasses()
            .that()
            .resideOutsideOfPackage(inside("seal"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule only_paper_knows_word = noClasses()
            .that()
            .resideOutsideOfPackage(inside("paper"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.deepoove..", "org.apache.poi.xwpf..");

    /** A check from the command line starts no Spring; self-check and review do. */
    @ArchTest
    static final ArchRule a_check_runs_without_spring = noClasses()
            .that()
            .resideInAnyPackage(insideEach(Stream.concat(
                    Stream.of(CORE),
                    Stream.of(
                            "intake",
                            "rulepack",
                            "check",
                            "report",
                            "output",
                            "screen",
                            "upload",
                            "paper",
                            "exchange",
                            "archive",
                            "seal",
                            "worker"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule only_judgement_makes_a_finding = classes()
            .that(not(named("redline.finding.Judgement")))
            .should(neverAccess("make a Finding", access -> makes(access, "redline.finding.Finding")));

    @ArchTest
    static final ArchRule only_rulepack_makes_a_requirement = classes()
            .that()
            .resideOutsideOfPackage(inside("rulepack"))
            .should(neverAccess("make a Requirement", access -> makes(access, "redline.requirement.Requirement")));

    @ArchTest
    static final ArchRule only_system_reads_the_clock = classes()
            .that()
            .resideOutsideOfPackage(inside("system"))
            .should(neverAccess("read the clock; take a java.time.Clock", ArchitectureTest::readsClock));

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Context|Dto|Impl)");

    @ArchTest
    static final ArchRule packages_are_named_for_features_not_layers = noClasses()
            .should()
            .resideInAnyPackage(Stream.of(
                            "service",
                            "services",
                            "controller",
                            "controllers",
                            "model",
                            "models",
                            "dto",
                            "impl",
                            "util",
                            "utils",
                            "common",
                            "helper",
                            "helpers")
                    .map(name -> ".." + name + "..")
                    .toArray(String[]::new));

    private static boolean makes(JavaAccess<?> access, String type) {
        boolean constructor = access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getName().equals("<init>");
        // this(...) inside the type's own constructors is not a second maker
        boolean own = access.getOrigin().getName().equals("<init>")
                && access.getOriginOwner().equals(access.getTargetOwner());
        return constructor && !own && access.getTargetOwner().isAssignableTo(type);
    }

    private static boolean readsClock(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        boolean takesClock =
                target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(java.time.Clock.class));
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.time.Clock" -> name.startsWith("system") || (name.startsWith("tick") && !takesClock);
            case "java.util.Date" ->
                name.equals("<init>") && target.getRawParameterTypes().isEmpty();
            case "java.util.Calendar", "java.util.GregorianCalendar" ->
                name.equals("getInstance") || name.equals("<init>");
            default -> owner.startsWith("java.time.") && name.equals("now") && !takesClock;
        };
    }

    private static ArchCondition<JavaClass> neverAccess(String doing, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>("not " + doing) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        };
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(
                name, type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    private static String inside(String name) {
        return "redline." + name + "..";
    }

    private static String[] insideEach(Stream<String> names) {
        return names.map(ArchitectureTest::inside).toArray(String[]::new);
    }
}
