package redline.paper;

import java.time.LocalDate;

/**
 * The paper itself: its number (文号), whom it is addressed to (主送) and its date. Empty and null print as a blank line.
 */
public record Issue(String number, String addressee, LocalDate date) {}
