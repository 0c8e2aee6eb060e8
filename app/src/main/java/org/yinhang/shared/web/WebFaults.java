package org.yinhang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import tools.jackson.databind.json.JsonMapper;
import yinhang.pages.Templates;

/** Tells a person, or a program, every fault of what they sent. */
@ControllerAdvice
class WebFaults {

    private final PageFrames frames;
    private final Templates templates;
    private final JsonMapper json;

    WebFaults(PageFrames frames, Templates templates, JsonMapper json) {
        this.frames = frames;
        this.templates = templates;
        this.json = json;
    }

    @ExceptionHandler
    void tell(FaultException problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Fault> faults = problem.faults();
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (request.getRequestURI().startsWith("/api/")) {
            ProblemDetail detail = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            detail.setTitle(faults.getFirst().what());
            detail.setProperty("code", faults.getFirst().code());
            detail.setProperty("faults", faults);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), detail);
            return;
        }
        PageReturnValue.write(templates.sharedFaults(frames.of(request), faults), response);
    }
}
