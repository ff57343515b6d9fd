/**
 * Signatures on reports: put on (PAdES, with a time stamp where there is an authority for it) and told of: whose, when, over which bytes, whether
 * these are as signed, and whether the issuer is one that the office trusts. The only user of Bouncy Castle. Knows no case, no office, no clock;
 * what a file says of itself it repeats, and believes only what a key proves.
 */
package redline.seal;
