package redline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import redline.rulepack.RuleBook;
import redline.rulepack.Variants;

/** Which packs a command is about, and where their rules and cases are. */
final class PackArguments {
    @Parameters(paramLabel = "PACK", arity = "0..*", descriptionKey = "pack")
    private List<String> packs = new ArrayList<>();

    @Option(names = "--rules", paramLabel = "DIR")
    private String rules;

    @Option(names = "--cases", paramLabel = "DIR")
    private String cases;

    RuleBook book(Terminal terminal) {
        return RulesPlace.open(rules, terminal).book();
    }

    Path casesFolder(Terminal terminal) {
        return CasesPlace.folder(cases, terminal);
    }

    Optional<Path> casesFolderIfAny(Terminal terminal) {
        return CasesPlace.folderIfAny(cases, terminal);
    }

    /** The packs named; none where none is named, which stands for all. */
    Set<String> packs(RuleBook book) {
        return packs(new TreeSet<>(Variants.packs(book)));
    }

    /** @param known in the order in which to list them where another is named */
    Set<String> packs(Collection<String> known) {
        for (String pack : packs) {
            if (!known.contains(pack)) {
                throw new BadUsage(
                        "没有规则包 " + pack + "，可用：" + String.join("、", known),
                        "there is no pack " + pack + "; known: " + String.join(", ", known));
            }
        }
        return Set.copyOf(packs);
    }
}
