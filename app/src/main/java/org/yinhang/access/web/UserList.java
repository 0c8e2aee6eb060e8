package org.yinhang.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.yinhang.access.StaffUser;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** The list of users. */
final class UserList {

    static final ListDefinition<StaffUser> LIST = ListDefinition.of(
                    "users",
                    List.of(
                            Column.<StaffUser>of("user", "users.column.user", user -> new Cell.Words(user.userName()))
                                    .sortable(),
                            Column.<StaffUser>of(
                                            "name", "users.column.name", user -> new Cell.Words(user.displayName()))
                                    .sortable(),
                            Column.<StaffUser>of(
                                            "branch",
                                            "users.column.branch",
                                            (user, page) -> new Cell.Words(branch(user, page)))
                                    .sortable(),
                            Column.<StaffUser>of(
                                    "roles", "users.column.roles", (user, page) -> new Cell.Words(roles(user, page))),
                            Column.<StaffUser>of("state", "users.column.state", UserList::state),
                            Column.<StaffUser>of("seen", "users.column.seen", user -> user.lastSignIn()
                                            .<Cell>map(Cell.Moment::new)
                                            .orElseGet(Cell.Nothing::new))
                                    .sortable(),
                            Column.<StaffUser>of("staff", "users.column.staff", user -> user.staffCode()
                                            .<Cell>map(Cell.Code::new)
                                            .orElseGet(Cell.Nothing::new))
                                    .whenChosen()),
                    List.of(
                            new ListFilter.OneOf(
                                    "role",
                                    "users.column.roles",
                                    Arrays.stream(Role.values())
                                            .map(role -> new ListFilter.Option(role.name(), role.messageKey()))
                                            .toList()),
                            new ListFilter.OneOf(
                                    "state",
                                    "users.column.state",
                                    List.of(
                                            new ListFilter.Option("enabled", "users.enabled"),
                                            new ListFilter.Option("disabled", "users.disabled")))),
                    true)
            .leadingTo(user -> "/system/users/" + user.id());

    private UserList() {}

    private static String branch(StaffUser user, PageFrame page) {
        return page.texts().isChinese() ? user.branch().name() : user.branch().nameInEnglish();
    }

    private static String roles(StaffUser user, PageFrame page) {
        return user.roles().stream()
                .sorted()
                .map(role -> page.t(role.messageKey()))
                .collect(Collectors.joining(page.texts().isChinese() ? "、" : ", "));
    }

    private static Cell state(StaffUser user, PageFrame page) {
        return user.isEnabled()
                ? new Cell.Mark(Meaning.GOOD, page.t("users.enabled"))
                : new Cell.Mark(Meaning.BLOCKED, page.t("users.disabled"));
    }
}
