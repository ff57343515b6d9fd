package redline.paper;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.ConfigureBuilder;
import com.deepoove.poi.exception.RenderException;
import com.deepoove.poi.exception.ResolverException;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.deepoove.poi.render.compute.EnvModel;
import com.deepoove.poi.render.compute.RenderDataCompute;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A .docx template of an office. A name that the paper does not have, or a tag that is not whole, is told and nothing is written. */
final class Template {
    private static final Pattern TAG = Pattern.compile("\\{\\{([?/@]?)([\\w\\u4e00-\\u9fa5]+)}}");

    private final String name;
    private final byte[] docx;

    Template(String name, byte[] docx) {
        this.name = name;
        this.docx = docx;
    }

    /** @throws PaperFault where the template cannot be used */
    byte[] filled(Tags tags) {
        checkTags();
        ConfigureBuilder settings = Configure.builder().setRenderDataComputeFactory(this::strictly);
        tags.tables().forEach(table -> settings.bind(table, new LoopRowTableRenderPolicy()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFTemplate template = XWPFTemplate.compile(new ByteArrayInputStream(docx), settings.build())) {
            template.render(tags.values());
            describe(template.getXWPFDocument(), tags.pictured());
            template.write(out);
            return out.toByteArray();
        } catch (ResolverException | RenderException broken) {
            throw fault(broken);
        } catch (IOException broken) {
            throw PaperFault.unreadable(name);
        }
    }

    /** Gives pictures their alternative text; poi-tl calls each of them "Generated". */
    private static void describe(XWPFDocument document, String shows) {
        document.getParagraphs().stream()
                .flatMap(paragraph -> paragraph.getRuns().stream())
                .flatMap(run -> run.getCTR().getDrawingList().stream())
                .flatMap(drawing -> drawing.getInlineList().stream())
                .filter(inline -> "Generated".equals(inline.getDocPr().getDescr()))
                .forEach(inline -> inline.getDocPr().setDescr(shows));
    }

    /** Looks a name up in what is filled just now; poi-tl itself would print nothing for a name that is not there. */
    private RenderDataCompute strictly(EnvModel model) {
        return tag -> {
            if (model.getRoot() instanceof Map<?, ?> values && values.containsKey(tag)) {
                return values.get(tag);
            }
            throw PaperFault.unknown(name, tag);
        };
    }

    private PaperFault fault(RuntimeException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof PaperFault fault) {
                return fault;
            }
        }
        Matcher tag = TAG.matcher(String.valueOf(broken.getMessage()));
        return PaperFault.malformed(name, tag.find() ? tag.group() : "");
    }

    private void checkTags() {
        Deque<String> open = new ArrayDeque<>();
        for (String line : lines()) {
            Matcher tag = TAG.matcher(line);
            while (tag.find()) {
                if (tag.group(1).equals("?")) {
                    open.push(tag.group(2));
                } else if (tag.group(1).equals("/")
                        && (open.isEmpty() || !open.pop().equals(tag.group(2)))) {
                    throw PaperFault.malformed(name, tag.group());
                }
            }
            String rest = TAG.matcher(line).replaceAll("");
            int left = Math.max(rest.indexOf("{{"), rest.indexOf("}}"));
            if (left >= 0) {
                int at = rest.contains("{{") ? rest.indexOf("{{") : Math.max(0, left - 10);
                throw PaperFault.malformed(
                        name,
                        rest.substring(at, Math.min(rest.length(), at + 20)).strip());
            }
        }
        if (!open.isEmpty()) {
            throw PaperFault.malformed(name, "{{?" + open.peek() + "}}");
        }
    }

    private Iterable<String> lines() {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return PaperPreview.texts(document);
        } catch (IOException | RuntimeException broken) {
            throw PaperFault.unreadable(name);
        }
    }
}
