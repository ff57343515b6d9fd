package redline.policy;

/** A form of the workshop that cannot be taken; nothing was changed. The message is the end of the key of its sentence. */
final class Unfit extends RuntimeException {
    Unfit(String why) {
        super(why);
    }
}
