package org.yinhang.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.AccessEvent.UserChanged;
import org.yinhang.access.internal.BranchRepository;
import org.yinhang.access.internal.StaffUserRepository;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** The members of staff who may sign in. */
@Service
public class StaffUsers {

    /** The shortest password a person may choose. */
    public static final int SHORTEST_PASSWORD = 10;

    private final StaffUserRepository users;
    private final BranchRepository branches;
    private final PasswordEncoder passwords;
    private final SessionRegistry sessions;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    StaffUsers(
            StaffUserRepository users,
            BranchRepository branches,
            PasswordEncoder passwords,
            SessionRegistry sessions,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.users = users;
        this.branches = branches;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
        this.events = events;
    }

    /** Whether nobody can sign in yet. */
    public boolean isEmpty() {
        return users.count() == 0;
    }

    /** One page of the users inside a scope. */
    public Slice<StaffUser> page(ListQuery query, DataScope scope) {
        return users.page(query, scope);
    }

    /** The user of that number inside a scope. */
    public Optional<StaffUser> find(long id, DataScope scope) {
        return users.find(id, scope);
    }

    /** Whether the password must be changed before anything else. */
    public boolean mustChangePassword(long userId) {
        return users.mustChangePassword(userId);
    }

    /** The user who signs in with that name. */
    public Optional<StaffUser> named(String userName) {
        return users.named(userName);
    }

    /**
     * Lets somebody in.
     *
     * @param by the user name of who does it, or {@code system}
     * @throws FaultException every fault of what was given: {@code ACC-1002} to {@code ACC-1006}
     */
    @Transactional
    public StaffUser add(NewUser user, String by) {
        List<Fault> faults = new ArrayList<>();
        if (!user.userName().matches("[A-Za-z0-9.-]{2,40}")) {
            faults.add(Fault.of(
                    "ACC-1002", "The user name cannot be used.", "userName", "Use 2 to 40 letters, digits, . or -."));
        }
        if (user.displayName().isBlank()) {
            faults.add(Fault.of("ACC-1003", "The name is missing.", "displayName", "Give the name shown on pages."));
        }
        if (user.roles().isEmpty()) {
            faults.add(Fault.of("ACC-1004", "No role was chosen.", "roles", "Choose at least one."));
        }
        faults.addAll(faultsOf(user.password()));
        if (users.named(user.userName()).isPresent()) {
            faults.add(Fault.of("ACC-1006", "The user name is taken.", "userName", "Choose another."));
        }
        Optional<Branch> branch = branches.withCode(user.branchCode());
        if (branch.isEmpty()) {
            faults.add(Fault.of("ACC-1001", "The branch is unknown.", user.branchCode(), "Choose one of the tree."));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        long id = users.add(user, branch.orElseThrow(), encode(user.password()), clock.realInstant());
        events.publishEvent(new UserChanged(id, user.userName(), "created", by));
        return users.find(id, DataScope.wholeBank()).orElseThrow();
    }

    /** Opens or closes the door for somebody; closing ends their sessions at once. */
    @Transactional
    public void enable(StaffUser user, boolean enabled, String by) {
        users.enable(user.id(), enabled);
        if (!enabled) {
            endSessions(user.id());
        }
        events.publishEvent(new UserChanged(user.id(), user.userName(), enabled ? "enabled" : "disabled", by));
    }

    /** Gives somebody other roles; their sessions end so that the next sign-in carries them. */
    @Transactional
    public void giveRoles(StaffUser user, Set<Role> roles, String by) {
        if (roles.isEmpty()) {
            throw new FaultException(Fault.of("ACC-1004", "No role was chosen.", "roles", "Choose at least one."));
        }
        users.giveRoles(user.id(), roles);
        endSessions(user.id());
        events.publishEvent(new UserChanged(user.id(), user.userName(), "roles " + new TreeSet<>(roles), by));
    }

    /**
     * Moves somebody to a branch and notes who they are in the bank's staff list; their sessions end, because what they
     * see changes.
     *
     * @throws FaultException {@code ACC-1001} when the branch is unknown
     */
    @Transactional
    public void employ(StaffUser user, String branchCode, String staffCode, String displayName, String by) {
        Branch branch = branches.withCode(branchCode)
                .orElseThrow(() -> new FaultException(
                        Fault.of("ACC-1001", "The branch is unknown.", branchCode, "Choose one of the tree.")));
        users.employ(user.id(), branch, staffCode, displayName);
        endSessions(user.id());
        events.publishEvent(
                new UserChanged(user.id(), user.userName(), "employed as " + staffCode + " at " + branchCode, by));
    }

    /** Sets a password somebody must change at the next sign-in, and opens a locked account. */
    @Transactional
    public void resetPassword(StaffUser user, String password, String by) {
        refuse(faultsOf(password));
        users.setPassword(user.id(), encode(password), true);
        endSessions(user.id());
        events.publishEvent(new UserChanged(user.id(), user.userName(), "password reset", by));
    }

    /**
     * Changes one's own password.
     *
     * @throws FaultException {@code ACC-1005} when it is too short, {@code ACC-1007} when the present one is wrong
     */
    @Transactional
    public void changePassword(Viewer viewer, String present, String wanted) {
        List<Fault> faults = new ArrayList<>(faultsOf(wanted));
        String hash = users.passwordHash(viewer.userId());
        if (!passwords.matches(present, hash)) {
            faults.add(Fault.of("ACC-1007", "The present password is wrong.", "present", "Type it again."));
        } else if (passwords.matches(wanted, hash)) {
            faults.add(Fault.of("ACC-1008", "The new password is the present one.", "wanted", "Choose another."));
        }
        refuse(faults);
        users.setPassword(viewer.userId(), encode(wanted), false);
        events.publishEvent(new UserChanged(viewer.userId(), viewer.userName(), "password", viewer.userName()));
    }

    private static List<Fault> faultsOf(String password) {
        return password.length() >= SHORTEST_PASSWORD
                ? List.of()
                : List.of(Fault.of(
                        "ACC-1005",
                        "The password is too short.",
                        "password",
                        "Use at least " + SHORTEST_PASSWORD + " characters."));
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private String encode(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private void endSessions(long userId) {
        for (Object principal : sessions.getAllPrincipals()) {
            if (principal instanceof Viewer viewer && viewer.userId() == userId) {
                sessions.getAllSessions(principal, false).forEach(SessionInformation::expireNow);
            }
        }
    }
}
