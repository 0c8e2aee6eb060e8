package org.yinhang.shared.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** A font with Chinese characters on this machine; files carry the characters they use, so that they read alike everywhere. */
final class PdfFont {

    /** Where Debian, Fedora, Alpine, macOS and Windows keep such fonts; of a collection the number of the simplified one follows. */
    private static final List<String> USUAL = List.of(
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc,0",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc,0",
            "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/noto/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/wqy-zenhei/wqy-zenhei.ttc,0",
            "/System/Library/Fonts/Hiragino Sans GB.ttc,0",
            "/System/Library/Fonts/STHeiti Light.ttc,1",
            "C:/Windows/Fonts/msyh.ttc,0",
            "C:/Windows/Fonts/simhei.ttf");

    private PdfFont() {}

    /**
     * Opens the font set for this installation, or the first of the usual ones that is there.
     *
     * @throws FaultException {@code PDF-1001} where no font is found, {@code PDF-1002} where the one that was set cannot be used
     */
    static BaseFont open(Optional<Path> set) {
        return open(set, USUAL);
    }

    static BaseFont open(Optional<Path> set, List<String> usual) {
        if (set.isPresent()) {
            Path file = set.get();
            boolean isCollection = file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc");
            return open(isCollection ? file + ",0" : file.toString());
        }
        return usual.stream()
                .filter(name -> Files.isReadable(Path.of(file(name))))
                .findFirst()
                .map(PdfFont::open)
                .orElseThrow(() -> new FaultException(Fault.of(
                        "PDF-1001",
                        "No font with Chinese characters is installed on the server, and a PDF needs one.",
                        "server",
                        "Install one (apt-get install fonts-noto-cjk, or fonts-wqy-zenhei) or name a font file in"
                                + " YINHANG_FONT; Excel works without.")));
    }

    private static String file(String name) {
        int comma = name.lastIndexOf(',');
        return comma < 0 ? name : name.substring(0, comma);
    }

    private static BaseFont open(String name) {
        try {
            BaseFont font = BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
            if (font.charExists('漏')) {
                return font;
            }
        } catch (IOException | DocumentException e) {
            throw new FaultException(unusable(name), e);
        }
        throw new FaultException(unusable(name));
    }

    private static Fault unusable(String name) {
        return Fault.of(
                "PDF-1002",
                "This font cannot be used for a PDF: it cannot be read, or has no Chinese characters.",
                name,
                "Name a .ttf, .otf or .ttc file with simplified Chinese in YINHANG_FONT, or leave it out.");
    }
}
