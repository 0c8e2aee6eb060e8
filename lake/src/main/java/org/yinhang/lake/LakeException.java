package org.yinhang.lake;

/** The lake's engine failed at something that should have worked: a bug or a broken disk, not a user's mistake. */
public final class LakeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LakeException(String doing, Throwable cause) {
        super("lake failed at: " + doing, cause);
    }
}
