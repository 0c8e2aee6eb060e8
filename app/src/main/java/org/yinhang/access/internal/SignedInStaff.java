package org.yinhang.access.internal;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/** A member of staff as Spring Security keeps them in the session; the password hash is forgotten after the check. */
public final class SignedInStaff implements UserDetails, Viewer, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final long userId;
    private final String userName;
    private final String displayName;
    private final Set<Role> roles;
    private final String branchPath;
    private final boolean enabled;
    private final boolean locked;
    private final boolean mustChangePassword;
    private String passwordHash;

    SignedInStaff(
            long userId,
            String userName,
            String displayName,
            Set<Role> roles,
            String branchPath,
            boolean enabled,
            boolean locked,
            boolean mustChangePassword,
            String passwordHash) {
        this.userId = userId;
        this.userName = userName;
        this.displayName = displayName;
        this.roles = Set.copyOf(roles);
        this.branchPath = branchPath;
        this.enabled = enabled;
        this.locked = locked;
        this.mustChangePassword = mustChangePassword;
        this.passwordHash = passwordHash;
    }

    @Override
    public long userId() {
        return userId;
    }

    @Override
    public String userName() {
        return userName;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public String branchPath() {
        return branchPath;
    }

    /** Whether the password was one somebody else had chosen, at the moment of signing in. */
    boolean mustChangePassword() {
        return mustChangePassword;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = "";
    }

    @Override
    public String getUsername() {
        return userName;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    /** Two sign-ins of one person are the same principal, so that their sessions are found together. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SignedInStaff staff && staff.userId == userId;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(userId);
    }

    @Override
    public String toString() {
        return userName;
    }
}
