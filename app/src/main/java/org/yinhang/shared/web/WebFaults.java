package org.yinhang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import tools.jackson.databind.json.JsonMapper;
import yinhang.pages.Templates;

/** Tells a person, or a program, every fault of what they sent. Programs get problem+json, people a page. */
@ControllerAdvice
class WebFaults extends ResponseEntityExceptionHandler {

    private final PageFrames frames;
    private final Templates templates;
    private final JsonMapper json;

    WebFaults(PageFrames frames, Templates templates, JsonMapper json) {
        this.frames = frames;
        this.templates = templates;
        this.json = json;
    }

    /** What Spring itself refuses: a program reads why, a person sees the page of {@link ErrorPages}. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception problem, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (request instanceof ServletWebRequest web
                && web.getResponse() != null
                && !web.getRequest().getRequestURI().startsWith("/api/")) {
            try {
                web.getResponse().sendError(status.value());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        }
        return super.handleExceptionInternal(problem, body, headers, status, request);
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
