/** Changing rules: drafts are checked, approved and published, and their effect on decided cases is seen before. */
package redline.workshop;
