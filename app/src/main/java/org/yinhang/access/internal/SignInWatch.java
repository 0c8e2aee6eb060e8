package org.yinhang.access.internal;

import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.AccessEvent.SignInRefused;
import org.yinhang.access.AccessEvent.SignedIn;
import org.yinhang.access.AccessEvent.SignedOut;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** Counts wrong passwords, locks the account after five for a quarter of an hour, and tells the audit who came. */
@Component
class SignInWatch {

    static final int ATTEMPTS = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private final StaffUserRepository users;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    SignInWatch(StaffUserRepository users, BusinessClock clock, ApplicationEventPublisher events) {
        this.users = users;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    @Transactional
    void onSuccess(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof Viewer viewer) {
            users.recordSignIn(viewer.userId(), clock.realInstant());
            events.publishEvent(new SignedIn(viewer.userId(), viewer.userName(), addressOf(event.getAuthentication())));
        }
    }

    @EventListener
    @Transactional
    void onFailure(AbstractAuthenticationFailureEvent event) {
        String userName = event.getAuthentication().getName();
        // A person who types the password into the wrong field must not find it in the audit: only known names go
        // there.
        boolean known = users.named(userName).isPresent();
        if (known && event instanceof AuthenticationFailureBadCredentialsEvent) {
            users.recordFailure(userName, ATTEMPTS, clock.realInstant().plus(LOCK));
        }
        events.publishEvent(new SignInRefused(
                known ? userName : "",
                addressOf(event.getAuthentication()),
                event.getException().getClass().getSimpleName()));
    }

    @EventListener
    void onSignOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof Viewer viewer) {
            events.publishEvent(new SignedOut(viewer.userId(), viewer.userName()));
        }
    }

    private static String addressOf(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
    }
}
