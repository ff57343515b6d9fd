package redline.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.quantity.Language;
import redline.requirement.PackUse;
import redline.requirement.RuleInfo;
import redline.scheme.Letter;

/** 审查依据: the conditions letters, and the binding documents by which something was judged or told, with the clauses used. */
final class BasisList {
    private BasisList() {}

    static List<Basis> of(CheckResult result, List<Finding> told) {
        Map<String, Set<String>> clauses = new LinkedHashMap<>();
        Stream.concat(result.findings().stream().filter(BasisList::decided), told.stream())
                .flatMap(finding -> ItemWriter.citations(finding).stream())
                .forEach(citation -> {
                    Set<String> of = clauses.computeIfAbsent(citation.sourceId(), id -> new LinkedHashSet<>());
                    if (!citation.clause().isBlank()) {
                        of.add(citation.where(Language.ZH));
                    }
                });
        List<Basis> bases = new ArrayList<>();
        List<Letter> letters = result.record().letters();
        for (Letter letter : letters == null ? List.<Letter>of() : letters) {
            bases.add(new Basis(
                    "规划条件",
                    letter.number() == null ? "" : letter.number(),
                    joined(clauses.getOrDefault(letter.id(), Set.of())),
                    Tags.day(letter.issued() == null ? result.record().dates().conditionsIssued() : letter.issued())));
        }
        for (PackUse pack : result.ruling().packs()) {
            if (clauses.containsKey(pack.id()) && pack.standing() == RuleInfo.PackStanding.BINDING) {
                bases.add(new Basis(
                        pack.title().zh(), pack.documentNumber(), joined(clauses.get(pack.id())), Tags.day(pack.on())));
            }
        }
        return bases;
    }

    private static boolean decided(Finding finding) {
        return finding instanceof Finding.Judged && finding.rule().decides();
    }

    private static String joined(Set<String> clauses) {
        return String.join("、", clauses);
    }
}
