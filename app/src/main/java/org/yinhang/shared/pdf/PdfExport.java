package org.yinhang.shared.pdf;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.shared.list.ListExported;
import org.yinhang.shared.web.PageFrame;

/** Writes a page as a PDF that says whose it is; the audit learns of each. */
@Component
public class PdfExport {

    private final YinhangSettings settings;
    private final ApplicationEventPublisher events;

    PdfExport(YinhangSettings settings, ApplicationEventPublisher events) {
        this.settings = settings;
        this.events = events;
    }

    /**
     * Writes it.
     *
     * @param key what the audit calls it, such as {@code insight-dashboard}
     * @param title of document and file, in the viewer's language
     * @param rows how many rows of figures it has
     * @throws org.yinhang.core.fault.FaultException {@code PDF-1001} or {@code PDF-1002} without a font for Chinese
     */
    public ResponseEntity<byte[]> write(String key, String title, int rows, PageFrame page, Consumer<PdfFile> content) {
        String foot = String.join(
                " · ",
                page.t("app.name"),
                page.signedIn().displayName(),
                page.today().toString());
        byte[] bytes = PdfFile.write(PdfFont.open(settings.font()), title, foot, content);
        events.publishEvent(new ListExported(page.signedIn(), key + ".pdf", rows));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(title + "-" + page.today() + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }
}
