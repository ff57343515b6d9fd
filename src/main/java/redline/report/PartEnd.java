package redline.report;

import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.newtable.TableBox;
import com.openhtmltopdf.newtable.TableRowBox;
import com.openhtmltopdf.newtable.TableSectionBox;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Where a part that has been laid out ends, so that its pages and those of the next are as if both had been laid out at once: before an element
 * that begins a page while nothing that comes before it goes on there.
 *
 * @param pages of the part that are full
 * @param next what begins the page after them
 * @param depth how many elements of the page it stands in, the body first
 */
record PartEnd(int pages, Element next, int depth) {
    /**
     * The last of them; what comes after it is taken out of the layout.
     *
     * @return null where there is none
     */
    static PartEnd cut(BlockBox root) {
        Layer layer = root.getLayer();
        List<PageBox> pages = layer.getPages();
        for (int last = pages.size() - 1; last > 0; last--) {
            int top = pages.get(last).getTop();
            Box next = next(root, top);
            if (next != null
                    && layer.getChildren().stream()
                            .allMatch(child -> child.getMaster().getAbsY() < top)) {
                int depth = 0;
                for (Box one = next; one != root; one = one.getParent()) {
                    List<Box> all = one.getParent().getChildren();
                    all.subList(all.indexOf(one) + (one == next ? 0 : 1), all.size())
                            .clear();
                    depth++;
                }
                layer.trimPageCount(last);
                return new PartEnd(last, next.getElement(), depth - 1);
            }
        }
        return null;
    }

    private static Box next(Box parent, int top) {
        for (int i = 0; i < parent.getChildCount(); i++) {
            Box child = parent.getChild(i);
            if (child.getAbsY() >= top) {
                return i > 0 && begins(child) ? child : null;
            }
            if (child.getAbsY() + child.getHeight() > top) {
                return goesOn(child) ? next(child, top) : null;
            }
        }
        return null;
    }

    private static boolean begins(Box box) {
        return box instanceof BlockBox && box.getElement() != null && !box.isAnonymous();
    }

    /** Rows have their cells beside each other, and where the columns hang on what stands in the rows none may be missing. */
    private static boolean goesOn(Box box) {
        return box instanceof BlockBox
                && !(box instanceof TableRowBox)
                && (!(box instanceof TableBox) || box.getStyle().isIdent(CSSName.TABLE_LAYOUT, IdentValue.FIXED))
                && (!(box instanceof TableSectionBox section) || !spansRows(section));
    }

    private static boolean spansRows(TableSectionBox section) {
        return section.getChildren().stream()
                .flatMap(row -> row.getChildren().stream())
                .anyMatch(cell -> cell.getStyle().getRowSpan() > 1);
    }
}
