package redline.report;

/** Told how far a long report is. */
public interface Painting {
    Painting UNWATCHED = (page, of) -> {};

    /**
     * A page begins.
     *
     * @param page from 1
     * @param of all pages; 0 while the end of a long report has not been laid out
     */
    void page(int page, int of);
}
