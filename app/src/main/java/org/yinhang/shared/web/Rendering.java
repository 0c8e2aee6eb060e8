package org.yinhang.shared.web;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;

/** Turns a filled template into the bytes of a page, every value escaped for the place it stands in. */
final class Rendering {

    private Rendering() {}

    static byte[] utf8(JteModel page) {
        Utf8ByteOutput bytes = new Utf8ByteOutput();
        page.render(new OwaspHtmlTemplateOutput(bytes));
        return bytes.toByteArray();
    }
}
