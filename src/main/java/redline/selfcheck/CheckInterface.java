package redline.selfcheck;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import redline.intake.Source;
import redline.intake.bundle.Choices;
import redline.intake.bundle.DrawingUnit;
import redline.intake.file.FileContents;
import redline.intake.read.ContentsJson;
import redline.quantity.Language;
import redline.report.ResultJson;
import redline.scheme.Dates;
import redline.screen.ComplaintLine;
import redline.screen.CoordinateSystems;
import redline.upload.Material;

/**
 * One check for programs: the scheme in, the bytes of {@code redline check --json -} out. What cannot be judged is answered with
 * problem details: 422 with all complaints, 503 where the rules are at fault or the queue is full.
 */
@RestController
class CheckInterface {
    private final CheckDesk desk;
    private final SubmissionFields fields;
    private final long largest;

    CheckInterface(
            CheckDesk desk,
            SubmissionFields fields,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.desk = desk;
        this.fields = fields;
        this.largest = largest.toBytes();
    }

    /** {@code scheme} is one more file; older programs send it alone. */
    @PostMapping(path = "/api/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    CompletableFuture<ResponseEntity<?>> checkFiles(
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(required = false) List<MultipartFile> scheme,
            @RequestParam(required = false) MultipartFile conditions,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String crs,
            @RequestParam(defaultValue = "") String units,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "zh") String lang) {
        List<SentFile> files = Stream.concat(SentFile.chosen(scheme).stream(), SentFile.chosen(file).stream())
                .toList();
        Language language = language(lang);
        String chosen = chosen(profile);
        Dates dates = dates(asOf);
        Choices choices = choices(files, crs, units, basis);
        Material material = received(files, SentFile.source(conditions));
        return check(new Submission(
                material, Submission.Purpose.CHECK, choices, chosen, dates, language, false, null, null));
    }

    /** What stands in the files: the bytes of {@code redline read --json -}; 422 where one of them cannot be used. */
    @PostMapping(path = "/api/read", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    CompletableFuture<ResponseEntity<?>> read(
            @RequestParam(required = false) List<MultipartFile> file, @RequestParam(defaultValue = "zh") String lang) {
        Language language = language(lang);
        return check(new Submission(
                received(SentFile.chosen(file), null),
                Submission.Purpose.READ,
                Choices.none(),
                fields.profile(""),
                Dates.unknown(),
                language,
                false,
                null,
                null));
    }

    private Material received(List<SentFile> files, Source conditions) {
        if (files.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (fields.tooMany(files)) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return fields.receive(files, conditions);
    }

    /** @param units of all drawings among the files */
    private static Choices choices(List<SentFile> files, String crs, String units, String basis) {
        Map<String, DrawingUnit> byFile = new TreeMap<>();
        DrawingUnit unit = DrawingUnit.of(units).orElse(null);
        if (!crs.isEmpty() && !CoordinateSystems.knows(crs)
                || !units.isEmpty() && unit == null
                || !Set.of("", "drawing", "itemised", "table").contains(basis)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (unit != null) {
            files.forEach(file -> byFile.put(file.name(), unit));
        }
        return new Choices(null, crs.isEmpty() ? null : crs, basis.isEmpty() ? null : basis, byFile, Map.of(), null);
    }

    @PostMapping(path = "/api/check")
    CompletableFuture<ResponseEntity<?>> checkBody(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            @RequestParam(defaultValue = "zh") String lang)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes((int) largest + 1);
        if (body.length > largest) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        boolean json = String.valueOf(request.getContentType()).contains("json");
        Source scheme = new Source(json ? "scheme.json" : "scheme.yaml", body);
        return check(Submission.ofScheme(scheme, null, chosen(profile), dates(asOf), language(lang), false));
    }

    private static Language language(String lang) {
        if (!Set.of("zh", "en").contains(lang)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return lang.equals("en") ? Language.EN : Language.ZH;
    }

    private String chosen(String profile) {
        String chosen = fields.profile(profile);
        if (!fields.knows(chosen)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return chosen;
    }

    private CompletableFuture<ResponseEntity<?>> check(Submission submission) {
        CheckRun run = desk.submit(submission);
        return run.ended().thenApply(progress -> {
            desk.drop(run);
            return answer(progress, submission.language());
        });
    }

    private static Dates dates(String asOf) {
        try {
            return asOf.isBlank() ? Dates.unknown() : Dates.allOn(LocalDate.parse(asOf));
        } catch (DateTimeParseException notADate) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, notADate);
        }
    }

    private static ResponseEntity<?> answer(Progress progress, Language language) {
        if (progress instanceof Progress.Finished finished) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ResultJson.write(finished.result(), language));
        }
        if (progress instanceof Progress.Read read) {
            boolean refused = read.contents().stream().anyMatch(FileContents::refused);
            return ResponseEntity.status(refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ContentsJson.write(read.contents(), language));
        }
        if (progress instanceof Progress.Refused refused) {
            List<Map<String, Object>> complaints = refused.complaints().stream()
                    .map(complaint -> ComplaintLine.of(complaint, language))
                    .map(line -> Map.<String, Object>of(
                            "file", line.file(),
                            "line", line.line(),
                            "element", line.element(),
                            "what", line.what(),
                            "remedy", line.remedy()))
                    .toList();
            ProblemDetail problem = problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, language, "方案文件需要改正，未作判定", "The scheme file has things to mend");
            problem.setProperty("complaints", complaints);
            return of(problem);
        }
        return of(
                progress instanceof Progress.Broken
                        ? problem(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                language,
                                "程序自身出错，没有得出结论",
                                "The program failed; there is no verdict")
                        : problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                language,
                                "暂时不能判定，请稍后再试",
                                "No verdict can be given now; try again later"));
    }

    private static ProblemDetail problem(HttpStatus status, Language language, String zh, String en) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(language == Language.ZH ? zh : en);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> of(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
