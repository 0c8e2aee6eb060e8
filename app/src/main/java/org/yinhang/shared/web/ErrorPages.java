package org.yinhang.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;
import yinhang.pages.Templates;

/** What a person sees when a request went wrong: what, why, the next step, a code. Programs get problem+json. */
@Controller
@AllowedTo(strangers = true)
class ErrorPages implements ErrorController {

    private final PageFrames frames;
    private final Templates templates;
    private final JsonMapper json;

    ErrorPages(PageFrames frames, Templates templates, JsonMapper json) {
        this.frames = frames;
        this.templates = templates;
        this.json = json.rebuild()
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setStatus(status);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/")) {
            ProblemDetail problem = ProblemDetail.forStatus(status);
            problem.setProperty("code", code(status));
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), problem);
            return;
        }
        PageFrame page = frames.of(request);
        PageReturnValue.write(templates.sharedError(page, code(status), words(status)), response);
    }

    private static String code(int status) {
        return "WEB-%04d".formatted(1000 + status);
    }

    /** The message key of what a person is told; unknown statuses speak of a fault on our side. */
    private static String words(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == HttpStatus.NOT_FOUND || known == HttpStatus.FORBIDDEN || known == HttpStatus.UNAUTHORIZED) {
            return "error." + status;
        }
        return status >= 400 && status < 500 ? "error.400" : "error.500";
    }
}
