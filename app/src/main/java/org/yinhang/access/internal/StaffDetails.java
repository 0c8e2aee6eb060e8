package org.yinhang.access.internal;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.yinhang.access.StaffUser;
import org.yinhang.shared.BusinessClock;

/** Looks a member of staff up for the password check. */
@Component
class StaffDetails implements UserDetailsService {

    private final StaffUserRepository users;
    private final BusinessClock clock;

    StaffDetails(StaffUserRepository users, BusinessClock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String userName) {
        StaffUserRepository.Credentials known =
                users.credentials(userName).orElseThrow(() -> new UsernameNotFoundException("unknown user"));
        StaffUser user = known.user();
        boolean locked =
                user.lockedUntil().filter(clock.realInstant()::isBefore).isPresent();
        return new SignedInStaff(
                user.id(),
                user.userName(),
                user.displayName(),
                user.roles(),
                user.branch().path(),
                user.isEnabled(),
                locked,
                known.mustChangePassword(),
                known.passwordHash());
    }
}
