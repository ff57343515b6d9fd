package redline.casefile;

import java.time.LocalDate;
import java.util.Optional;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.SchemeTree;
import redline.intake.Source;
import redline.scheme.Dates;
import redline.upload.Examination;
import redline.upload.Material;
import redline.upload.TimeLimit;
import redline.upload.Understanding;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The schemes of rounds as files of the program's own format, for examples: they have no names of projects and people in them. */
public final class RoundSchemes {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private final Cases cases;
    private final RoundInput input;

    /** @param settings its limits count for these alone: a look takes no judging's turn */
    public RoundSchemes(Office office, Cases cases, CaseFiles files, ExaminerSettings settings) {
        this.cases = cases;
        this.input = new RoundInput(office.store(), files, settings);
    }

    /**
     * The scheme of a round with the conditions of its case, in YAML; empty where its files make no scheme, or take too long to be read.
     *
     * @param title what it is called instead of its own name
     */
    public Optional<String> of(Round round, String title) {
        OfficeCase kase = cases.byId(round.caseId()).orElseThrow();
        Examination reading = Examination.reading(
                input.asked(kase, RoundChoices.of(round)), input.settings().limits());
        try {
            Material read = reading.read(input.uploads(round), null);
            if (read instanceof Material.Known known) {
                Understanding understood = reading.understand(known, input.letter(kase));
                Source given = understood.files().conditions();
                Source conditions = given == null ? understood.draft().conditions() : given;
                return text(understood.draft().scheme(), conditions, understood.intake(), title);
            }
            Material.SchemeFile file = (Material.SchemeFile) read;
            Intake intake = SchemeReader.readWith(file.scheme(), file.conditions(), Cases.dates(kase));
            Source letter = kase.letter() == null ? null : input.letter(kase).apply(intake);
            return text(file.scheme(), letter == null ? file.conditions() : letter, intake, title);
        } catch (TimeLimit.Over over) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Source scheme, Source conditions, Intake intake, String title) {
        if (!(intake instanceof Intake.Accepted accepted)) {
            return Optional.empty();
        }
        ObjectNode root = SchemeTree.read(scheme).root().deepCopy();
        root.put("name", title);
        root.remove("project");
        ObjectNode dates = root.putObject("dates");
        Dates judged = accepted.scheme().dates();
        put(dates, "conditionsIssued", judged.conditionsIssued());
        put(dates, "contractSigned", judged.contractSigned());
        put(dates, "applicationReceived", judged.applicationReceived());
        if (conditions != null) {
            root.set("conditions", SchemeTree.read(conditions).root().get("conditions"));
        }
        return Optional.of(YAML.writeValueAsString(root));
    }

    private static void put(ObjectNode dates, String name, LocalDate day) {
        if (day != null) {
            dates.put(name, day.toString());
        }
    }
}
