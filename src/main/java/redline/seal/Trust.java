package redline.seal;

/** Whether the issuer of a certificate is one that whoever verifies has chosen to trust. */
public enum Trust {
    TRUSTED,
    UNKNOWN_ISSUER,
    /** Nobody was chosen, and so nothing can be said. */
    NO_LIST
}
