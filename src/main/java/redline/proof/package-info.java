/**
 * Proves rules by their cases: reads {@code test-cases/rules}, runs each case through intake, measure, rules and judgement, and
 * says in words where the findings differ from what the case expects. From every case three more tests are free: blank what is
 * known, shuffle the facts, move the scheme. Proves the program by published exams and worked examples, {@code test-cases/exams}:
 * each is judged whole and held against its published answer, point by point. Knows nothing of test frameworks.
 */
package redline.proof;
