package redline.quantity;

/** Languages of screens and reports. */
public enum Language {
    ZH,
    EN
}
