package redline.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import redline.casefile.Account;
import redline.casefile.CaseFiles;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.KeptFinding;
import redline.casefile.Office;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.exchange.Exchange;
import redline.exchange.Installation;
import redline.exchange.PackedFile;
import redline.exchange.ResultDifferences;
import redline.exchange.SubmissionManifest;
import redline.requirement.RuleInfo;

/** What the page of the rounds says of the package that a round came in: whose it is, and how the office's judgement differs from what it says. */
@Component
class RoundPackages {
    private static final String OFFICE_PRACTICE = RuleInfo.Force.OFFICE_PRACTICE.name();
    private static final int MOST = 20;

    private final Office office;
    private final CaseFiles files;
    private final Judgings judgings;
    private final Exchange exchange;
    private final CaseWords words;

    RoundPackages(Office office, CaseFiles files, Judgings judgings, Exchange exchange, CaseWords words) {
        this.office = office;
        this.files = files;
        this.judgings = judgings;
        this.exchange = exchange;
        this.words = words;
    }

    /**
     * A package.
     *
     * @param signer what the installation is called: as its key is known here, or as it called itself where the key is trusted no longer
     * @param trusted whether its key still is
     * @param handedIn when the files came to the self-check
     * @param standing how the two results stand to each other, a sentence; empty before the round is judged
     * @param same whether they are the same
     * @param differences lines of what differs, some of them
     */
    record Line(
            String signer,
            String fingerprint,
            boolean trusted,
            String handedIn,
            String standing,
            boolean same,
            List<String> differences,
            List<CaseFiles.Entry> evidence) {}

    Optional<Line> of(Account me, Round round) {
        List<CaseFiles.Entry> evidence = files.ofPackage(round.id());
        return evidence.isEmpty() ? Optional.empty() : Optional.of(line(me, round, evidence));
    }

    private Line line(Account me, Round round, List<CaseFiles.Entry> evidence) {
        Map<String, CaseFiles.Entry> named = new HashMap<>();
        evidence.forEach(entry -> named.put(entry.name(), entry));
        byte[] json = bytes(named.get(ArrivedPackage.MANIFEST).sha256());
        SubmissionManifest manifest = SubmissionManifest.read(json);
        Optional<Installation> signer =
                exchange.signer(json, bytes(named.get(ArrivedPackage.SIGNATURE).sha256()));
        Optional<ResultDifferences> held = judgings.of(round)
                .map(Judging::resultSha)
                .map(ours -> ResultDifferences.of(
                        bytes(named.get(PackedFile.RESULT_PATH).sha256()), bytes(ours)));
        List<ResultDifferences.Difference> differences =
                held.map(ResultDifferences::findings).orElse(List.of()).stream()
                        .filter(one ->
                                me.role() != Role.APPLICANT || !one.force().equals(OFFICE_PRACTICE))
                        .toList();
        return new Line(
                signer.map(Installation::name).orElse(manifest.installation()),
                Installation.grouped(manifest.fingerprint()),
                signer.isPresent(),
                words.time(manifest.handedIn().atOffset(ZoneOffset.UTC)),
                held.map(result -> standing(result, differences.size())).orElse(""),
                held.map(ResultDifferences::same).orElse(false),
                lines(round, differences),
                evidence);
    }

    private String standing(ResultDifferences held, int differences) {
        if (held.same()) {
            return words.say("package.same");
        }
        StringBuilder said = new StringBuilder(
                differences == 0 ? words.say("package.alike") : words.say("package.differ", differences));
        Map<String, Boolean> why = new LinkedHashMap<>();
        why.put("package.profile", held.profile());
        why.put("package.rules", held.rules());
        why.put("package.dates", held.dates());
        why.forEach((key, holds) -> said.append(holds ? words.say(key) : ""));
        return said.toString();
    }

    private List<String> lines(Round round, List<ResultDifferences.Difference> differences) {
        if (differences.isEmpty()) {
            return List.of();
        }
        Map<String, String> titles = new HashMap<>();
        for (KeptFinding finding : judgings.findings(round)) {
            titles.put(finding.rule(), finding.title());
        }
        List<String> lines = new ArrayList<>(differences.stream()
                .limit(MOST)
                .map(one -> words.say(
                        one.theirs().equals(one.ours()) ? "package.numbers" : "package.difference",
                        titles.getOrDefault(one.rule(), one.rule()),
                        one.subject(),
                        verdict(one.theirs()),
                        verdict(one.ours())))
                .toList());
        if (differences.size() > MOST) {
            lines.add(words.say("package.rest", differences.size() - MOST));
        }
        return lines;
    }

    private String verdict(String code) {
        return code.isEmpty()
                ? words.say("package.nothing")
                : words.optional("verdict." + code).orElse(code);
    }

    private byte[] bytes(String sha256) {
        try {
            return office.store().originals().read(sha256);
        } catch (IOException gone) {
            throw new UncheckedIOException("a kept file is gone", gone);
        }
    }
}
