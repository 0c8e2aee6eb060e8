package org.yinhang.access;

/** Something that happened at the door, or to somebody's rights; the audit writes each down. */
public sealed interface AccessEvent {

    /** Somebody came in. */
    record SignedIn(long userId, String userName, String address) implements AccessEvent {}

    /** A password was wrong, or the account locked or disabled; the name is what was typed when it belongs to a user. */
    record SignInRefused(String userName, String address, String reason) implements AccessEvent {}

    /** Somebody left. */
    record SignedOut(long userId, String userName) implements AccessEvent {}

    /**
     * A user's rights, branch, state or password were changed.
     *
     * @param change what, such as {@code created}, {@code roles}, {@code disabled}, {@code password}
     * @param changedBy the user name of who changed it, or {@code system}
     */
    record UserChanged(long userId, String userName, String change, String changedBy) implements AccessEvent {}

    /** A page was asked for that the viewer's roles do not open. */
    record PageRefused(long userId, String userName, String path) implements AccessEvent {}
}
