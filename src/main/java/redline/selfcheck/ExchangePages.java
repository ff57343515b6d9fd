package redline.selfcheck;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import redline.exchange.Exchange;
import redline.exchange.PackageWriter;
import redline.exchange.Refused;
import redline.exchange.SignedPackage;
import redline.quantity.Language;
import redline.upload.ReceivedFiles;
import redline.upload.UploadRoom;

/** Packages for another installation: given out with a result, and looked at when one comes back. */
@Controller
class ExchangePages {
    private static final String PAGE = "web/selfcheck/exchange";

    private final CheckDesk desk;
    private final Exchange exchange;
    private final UploadRoom room;
    /** Anybody may ask, and a zip may unpack to half a gigabyte: one at a time. */
    private final Semaphore unpacking = new Semaphore(1, true);

    ExchangePages(CheckDesk desk, Exchange exchange, UploadRoom room) {
        this.desk = desk;
        this.exchange = exchange;
        this.room = room;
    }

    /** Whether a check can be had as a package. */
    static boolean packs(Exchange exchange, CheckRun run) {
        return exchange.signs() && run.handedIn() != null;
    }

    @GetMapping("/results/{id}/package")
    void download(@PathVariable String id, HttpServletResponse response) throws IOException {
        CheckRun run = desk.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!(run.progress() instanceof Progress.Finished finished) || !packs(exchange, run)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        PackageWriter.Ready ready = SubmissionPackage.of(run, finished, exchange.own());
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                finished.result().record().name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_")
                                        + " 送审包.zip",
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        ready.write(response.getOutputStream());
    }

    @GetMapping("/exchange")
    String ask(Model model) {
        model.addAttribute("known", exchange.trusted());
        model.addAttribute("own", exchange.signs() ? exchange.own().installation() : null);
        return PAGE;
    }

    /** The file is looked at and deleted. */
    @PostMapping("/exchange")
    String look(@RequestParam MultipartFile file, Model model, Locale locale) throws IOException {
        ReceivedFiles received = room.receive(List.of(new SentFile(file)));
        unpacking.acquireUninterruptibly();
        try (SignedPackage opened = SignedPackage.open(received.uploads().get(0), exchange)) {
            model.addAttribute("signer", opened.signer());
            model.addAttribute("manifest", opened.manifest());
        } catch (Refused refused) {
            Language language = Spoken.in(locale);
            model.addAttribute("what", refused.what().in(language));
            model.addAttribute("remedy", refused.remedy().in(language));
        } finally {
            unpacking.release();
            received.delete();
        }
        return ask(model);
    }
}
