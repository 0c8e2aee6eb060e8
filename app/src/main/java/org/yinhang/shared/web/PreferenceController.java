package org.yinhang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** The language of the pages, remembered by the browser for a year. */
@Controller
@AllowedTo(strangers = true)
class PreferenceController {

    private final LocaleResolver locales;

    PreferenceController(LocaleResolver locales) {
        this.locales = locales;
    }

    /**
     * Switches the language and returns to the page.
     *
     * @param to {@code zh-CN} or {@code en}; anything else means Chinese
     * @param back a path on this site
     */
    @PostMapping("/language")
    ResponseEntity<Void> language(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, to.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        return ResponseEntity.status(303)
                .header(HttpHeaders.LOCATION, pathOnThisSite(back))
                .build();
    }

    /** Never leads away from this site, whatever the form said. */
    private static String pathOnThisSite(String back) {
        boolean isLocal = back.startsWith("/") && !back.startsWith("//") && !back.contains("\\");
        try {
            return isLocal ? URI.create(back).toASCIIString() : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
