package redline.casefile;

import java.util.List;

/**
 * A letter of planning conditions as it is typed in; texts as typed, empty where nothing was. What is wrong with it is told by
 * {@link LetterFile#complaints}.
 *
 * @param number of the document (文号), as reports cite it
 * @param announcementNo of the announcement (公告号)
 * @param reserveNo of the land reserve (土储号)
 * @param issued ISO date
 * @param grade how the text was seen: OFFICIAL, SECONDARY or EXAMPLE
 * @param complete whether the letter says that it lists everything, null = it does not say
 * @param completeSentence with which it says so
 * @param incorporatesKnown whether it was looked through for other rules that it makes binding
 */
public record LetterEntry(
        String title,
        String number,
        String announcementNo,
        String reserveNo,
        String parcelName,
        String parcelCode,
        String project,
        String issued,
        String grade,
        Boolean complete,
        String completeSentence,
        boolean incorporatesKnown,
        List<Incorporated> incorporates,
        List<Article> articles) {

    /** A pack that the letter makes binding, with the sentence that does so. */
    public record Incorporated(String pack, String sentence) {}

    /** Of the letter, as printed; one without values has to be judged by a person. */
    public record Article(String number, String text, List<Value> values) {
        public boolean byHand() {
            return values.isEmpty();
        }
    }

    /**
     * One value read from an article.
     *
     * @param item of {@code redline.scheme.ConditionLine.Item}
     * @param comparator MIN, MAX, EQUAL (stands for both) or ONE_OF
     * @param value a decimal in the unit of the item, or words parted by 、 or commas
     * @param zone id of the sub-zone it speaks of, empty = the whole parcel
     * @param side names of compass directions parted by commas, ANY, or empty = not known; so the others that narrow it
     */
    public record Value(
            String item,
            String comparator,
            String value,
            String zone,
            String side,
            String beyond,
            String heightClass,
            String use,
            String facility) {
        /** By its key in a conditions file. */
        public String qualifier(String key) {
            return switch (key) {
                case "side" -> side;
                case "beyond" -> beyond;
                case "heightClass" -> heightClass;
                case "use" -> use;
                case "facility" -> facility;
                default -> throw new IllegalArgumentException(key);
            };
        }

        /** A value that nothing narrows. */
        public static Value of(String item, String comparator, String value, String zone) {
            return new Value(item, comparator, value, zone, "", "", "", "", "");
        }
    }

    public static LetterEntry empty() {
        return new LetterEntry("", "", "", "", "", "", "", "", "OFFICIAL", null, "", false, List.of(), List.of());
    }

    /** Articles that a person has to judge. */
    public List<Article> byHand() {
        return articles.stream().filter(Article::byHand).toList();
    }
}
