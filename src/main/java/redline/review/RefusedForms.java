package redline.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Declined;
import redline.casefile.Declined.Why;

/**
 * Tells why something was not done on the page that it was asked from, with all that was typed still there. Forms of a page that has
 * several say which they are by a field {@code form}.
 */
@ControllerAdvice("redline.review")
class RefusedForms {
    private static final String REFUSAL = "refusal";
    private static final int LONGEST = 20_000;

    private final CaseWords words;

    RefusedForms(CaseWords words) {
        this.words = words;
    }

    @ModelAttribute(REFUSAL)
    Refusal none() {
        return Refusal.NONE;
    }

    @ExceptionHandler(Declined.class)
    String declined(
            Declined declined, HttpServletRequest request, HttpServletResponse response, RedirectAttributes attributes)
            throws IOException {
        if (declined.why() == Why.NOT_YOURS) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return null;
        }
        boolean named = switch (declined.why()) {
            case FIELD_MISSING, FIELD_TOO_LONG, NO_SUCH_CHOICE -> true;
            default -> false;
        };
        String field = switch (declined.why()) {
            case PROJECT_CODE -> "project-code";
            case PARCEL_CODE -> "parcel-code";
            default -> named ? String.valueOf(declined.inserts().get(0)) : "";
        };
        return back(request, attributes, field, words.sentence(declined));
    }

    @ExceptionHandler(Untaken.class)
    String untaken(Untaken untaken, HttpServletRequest request, RedirectAttributes attributes) {
        return back(request, attributes, untaken.why().equals("FRAME") ? "frame" : "", words.sentence(untaken));
    }

    private static String back(
            HttpServletRequest request, RedirectAttributes attributes, String field, String sentence) {
        Map<String, String> typed = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf") && values.length > 0) {
                String all = String.join(",", values);
                typed.put(name, all.length() > LONGEST ? all.substring(0, LONGEST) : all);
            }
        });
        attributes.addFlashAttribute(
                REFUSAL, new Refusal(typed.getOrDefault("form", ""), field, sentence, Map.copyOf(typed)));
        return "redirect:" + from(request);
    }

    /** The page that holds the form: what the browser says, where it is one of ours; else the one above. */
    private static String from(HttpServletRequest request) {
        String here = request.getRequestURI().substring(request.getContextPath().length());
        String above =
                here.startsWith("/office/cases/") ? here.replaceFirst("^(/office/cases/[^/]+).*", "$1") : "/office";
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return above;
        }
        try {
            String path = URI.create(referer).getRawPath();
            String own = path == null || !path.startsWith(request.getContextPath())
                    ? ""
                    : path.substring(request.getContextPath().length());
            return own.startsWith("/office/") && !own.contains("//") ? own : above;
        } catch (IllegalArgumentException malformed) {
            return above;
        }
    }
}
