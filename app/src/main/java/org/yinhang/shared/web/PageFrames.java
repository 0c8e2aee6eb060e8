package org.yinhang.shared.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.shared.list.Lists;

/** Makes the frame of one request's page. */
@Component
class PageFrames {

    private static final String COLUMNS = "columns-";

    private final MessageSource messages;
    private final BusinessClock clock;
    private final YinhangSettings settings;
    private final StaticAssets assets;
    private final Menu menu;
    private final Lists lists;

    PageFrames(
            MessageSource messages,
            BusinessClock clock,
            YinhangSettings settings,
            StaticAssets assets,
            Menu menu,
            Lists lists) {
        this.messages = messages;
        this.clock = clock;
        this.settings = settings;
        this.assets = assets;
        this.menu = menu;
        this.lists = lists;
    }

    PageFrame of(HttpServletRequest request) {
        Texts texts = new Texts(messages, RequestContextUtils.getLocale(request));
        Viewer viewer = viewer();
        return new PageFrame(
                texts,
                new Formats(texts, clock.realInstant().atZone(clock.zone()), !clock.isMoved()),
                viewer,
                clock.today(),
                clock.isMoved(),
                settings.demo(),
                request.getRequestURI(),
                theme(request),
                assets.path(),
                csrf(request),
                viewer == null ? List.of() : menu.of(viewer),
                columns(request),
                lists);
    }

    /** Column choices are cookies named {@code columns-LIST} with the column keys between dots. */
    private static Map<String, List<String>> columns(HttpServletRequest request) {
        Map<String, List<String>> chosen = new HashMap<>();
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().startsWith(COLUMNS) && !cookie.getValue().isEmpty()) {
                chosen.put(
                        cookie.getName().substring(COLUMNS.length()),
                        List.of(cookie.getValue().split("\\.")));
            }
        }
        return chosen;
    }

    private static @Nullable Viewer viewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer ? viewer : null;
    }

    private static String theme(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, "theme");
        return cookie != null && "dark".equals(cookie.getValue()) ? "dark" : "light";
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
