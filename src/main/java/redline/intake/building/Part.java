package redline.intake.building;

import java.util.List;
import java.util.SortedMap;

/**
 * A city object as the file holds it.
 *
 * @param from where it stands, for people: {@code Building b1}
 * @param attributes under the file's names, values as written
 */
record Part(String type, String id, String from, SortedMap<String, String> attributes, List<Body> bodies) {}
