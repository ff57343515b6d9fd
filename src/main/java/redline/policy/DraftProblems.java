package redline.policy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Declined;
import redline.quantity.Language;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;
import redline.workshop.Publishing.NotPublished;

/** Why something was not done in the workshop, told on the page that it was asked from, with what was typed still there. */
@ControllerAdvice("redline.policy")
class DraftProblems {
    private static final int LONGEST = 100_000;
    private static final int FAULTS_TOLD = 5;

    private final MessageSource words;

    DraftProblems(MessageSource words) {
        this.words = words;
    }

    /** What was typed into the form that was refused, by field; empty where none was. */
    @ModelAttribute("typed")
    Map<String, String> typed() {
        return Map.of();
    }

    @ExceptionHandler(Declined.class)
    String declined(
            Declined declined, HttpServletRequest request, HttpServletResponse response, RedirectAttributes told)
            throws IOException {
        if (declined.why() == Declined.Why.NOT_YOURS || declined.why() == Declined.Why.SAME_PERSON) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return null;
        }
        Object[] inserts = declined.inserts().stream()
                .map(insert -> words.getMessage(
                        "drafts.field." + insert, null, String.valueOf(insert), LocaleContextHolder.getLocale()))
                .toArray();
        return back(request, told, say("declined." + declined.why(), inserts));
    }

    @ExceptionHandler(NotPublished.class)
    String notPublished(NotPublished not, HttpServletRequest request, RedirectAttributes told) {
        return back(request, told, say("drafts.not-published." + not.why()));
    }

    @ExceptionHandler(PackFault.class)
    String faults(PackFault broken, HttpServletRequest request, RedirectAttributes told) {
        List<Fault> faults = broken.faults();
        String sentence =
                faults.stream().limit(FAULTS_TOLD).map(DraftProblems::said).collect(Collectors.joining("\n"));
        String more = faults.size() > FAULTS_TOLD ? "\n" + say("drafts.more-faults", faults.size() - FAULTS_TOLD) : "";
        return back(request, told, sentence + more);
    }

    @ExceptionHandler(Unfit.class)
    String unfit(Unfit unfit, HttpServletRequest request, RedirectAttributes told) {
        return back(request, told, say("drafts.unfit." + unfit.getMessage()));
    }

    private static String said(Fault fault) {
        boolean english = Spoken.now() == Language.EN;
        String place = fault.file() + (fault.line() > 0 ? ":" + fault.line() : "");
        return (place.isEmpty() ? "" : place + "  ")
                + (english ? fault.what().en() : fault.what().zh()) + " → "
                + (english ? fault.remedy().en() : fault.remedy().zh());
    }

    private String say(String key, Object... inserts) {
        return words.getMessage(key, inserts, LocaleContextHolder.getLocale());
    }

    private static String back(HttpServletRequest request, RedirectAttributes told, String sentence) {
        Map<String, String> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            String value = values.length == 0 ? "" : values[0];
            if (!name.equals("_csrf")) {
                typed.put(name, value.substring(0, Math.min(value.length(), LONGEST)));
            }
        });
        told.addFlashAttribute("problem", sentence);
        told.addFlashAttribute("typed", typed);
        return "redirect:" + from(request);
    }

    /** The page of the form, where the browser tells it and it is one of the workshop; else the list of drafts. */
    private static String from(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        try {
            URI page = referer == null ? URI.create("/office/drafts") : URI.create(referer);
            String path = page.getRawPath() == null ? "" : page.getRawPath();
            String own = path.startsWith(request.getContextPath())
                    ? path.substring(request.getContextPath().length())
                    : "";
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return own.startsWith("/office/drafts") && !own.contains("//") ? own + query : "/office/drafts";
        } catch (IllegalArgumentException malformed) {
            return "/office/drafts";
        }
    }
}
