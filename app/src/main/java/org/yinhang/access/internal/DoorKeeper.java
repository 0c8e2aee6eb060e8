package org.yinhang.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yinhang.access.AccessEvent.PageRefused;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;

/** Refuses every handler of ours to whoever its {@link AllowedTo} does not name; without one, to everybody. */
final class DoorKeeper implements HandlerInterceptor {

    private static final String OURS = "org.yinhang.";
    private static final Set<String> ALWAYS_OPEN = Set.of("/account", "/account/password", "/sign-out", "/error");

    private final ApplicationEventPublisher events;
    private final StaffUserRepository users;

    DoorKeeper(ApplicationEventPublisher events, StaffUserRepository users) {
        this.events = events;
        this.users = users;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith(OURS)) {
            return true;
        }
        AllowedTo allowed = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), AllowedTo.class);
        if (allowed == null) {
            allowed = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedTo.class);
        }
        if (allowed != null && allowed.strangers()) {
            return true;
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Viewer viewer)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return false;
        }
        if (allowed == null || (allowed.value().length > 0 && !viewer.hasAnyOf(Set.of(allowed.value())))) {
            events.publishEvent(new PageRefused(viewer.userId(), viewer.userName(), request.getRequestURI()));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        if (!ALWAYS_OPEN.contains(request.getRequestURI()) && mustChangePassword(request, viewer)) {
            response.sendRedirect("/account");
            return false;
        }
        return true;
    }

    /** Without a session the viewer signed in with this very call, and what was read then is true now. */
    private boolean mustChangePassword(HttpServletRequest request, Viewer viewer) {
        return (request.getSession(false) == null && viewer instanceof SignedInStaff staff)
                ? staff.mustChangePassword()
                : users.mustChangePassword(viewer.userId());
    }
}
