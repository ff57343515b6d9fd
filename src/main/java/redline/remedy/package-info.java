/** What to change so that a violation is cured: found by changing the scheme and judging it again. */
package redline.remedy;
