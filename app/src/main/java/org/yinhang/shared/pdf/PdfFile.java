package org.yinhang.shared.pdf;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** Fills a document of A4 pages lying on their side: words, tables whose head stands on every page, and bars. */
public final class PdfFile {

    private static final float MARGIN = 40;
    private static final Color INK = new Color(0x1f2a33);
    private static final Color QUIET = new Color(0x5b6770);
    private static final Color LINE = new Color(0xd5dbdf);
    private static final Color ACCENT = new Color(0x0f6b66);

    private final BaseFont font;
    private final Document document;
    private final PdfWriter writer;

    private PdfFile(BaseFont font, Document document, PdfWriter writer) {
        this.font = font;
        this.document = document;
        this.writer = writer;
    }

    /**
     * Writes a document.
     *
     * @param title on top of the first page and in the file's properties
     * @param foot at the foot of every page, before its number
     */
    static byte[] write(BaseFont font, String title, String foot, Consumer<PdfFile> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new Foot(font, foot));
        document.addTitle(title);
        document.open();
        PdfFile file = new PdfFile(font, document, writer);
        file.paragraph(title, 18, INK, 4);
        content.accept(file);
        document.close();
        return bytes.toByteArray();
    }

    private static final class Foot extends PdfPageEventHelper {
        private final BaseFont font;
        private final String words;

        Foot(BaseFont font, String words) {
            this.font = font;
            this.words = words;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            PdfContentByte canvas = writer.getDirectContent();
            canvas.setColorFill(QUIET);
            canvas.beginText();
            canvas.setFontAndSize(font, 8);
            canvas.showTextAligned(Element.ALIGN_LEFT, words, document.left(), MARGIN / 2, 0);
            canvas.showTextAligned(
                    Element.ALIGN_RIGHT, Integer.toString(writer.getPageNumber()), document.right(), MARGIN / 2, 0);
            canvas.endText();
        }
    }

    /** A sentence that matters. */
    public void words(String words) {
        paragraph(words, 11, INK, 6);
    }

    /** A sentence beside the matter, such as a definition. */
    public void quiet(String words) {
        paragraph(words, 9, QUIET, 4);
    }

    /** What follows begins on a new page. */
    public void page() {
        document.newPage();
    }

    /** The heading of what follows. */
    public void heading(String words) {
        paragraph(words, 13, INK, 12);
    }

    private void paragraph(String words, float size, Color colour, float before) {
        Paragraph paragraph = new Paragraph(words, new Font(font, size, Font.NORMAL, colour));
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(4);
        document.add(paragraph);
    }

    /**
     * A table; the first column holds words, the others numbers.
     *
     * @param heads of the columns
     * @param rows as long as the heads
     */
    public void table(List<String> heads, List<List<String>> rows) {
        PdfPTable table = new PdfPTable(heads.size());
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        table.setSpacingAfter(4);
        float[] widths = new float[heads.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = column == 0 ? 2 : 1;
        }
        table.setWidths(widths);
        table.setHeaderRows(1);
        row(table, heads, QUIET);
        rows.forEach(row -> row(table, row, INK));
        document.add(table);
    }

    private void row(PdfPTable table, List<String> cells, Color colour) {
        for (int column = 0; column < cells.size(); column++) {
            PdfPCell cell = new PdfPCell(new Phrase(cells.get(column), new Font(font, 9, Font.NORMAL, colour)));
            cell.setHorizontalAlignment(column == 0 ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
            cell.setBorder(Rectangle.BOTTOM);
            cell.setBorderColor(LINE);
            cell.setPaddingTop(3);
            cell.setPaddingBottom(5);
            table.addCell(cell);
        }
    }

    /**
     * Upright bars over the full width; no bar where a value is not a number.
     *
     * @param labels under the bars
     * @param values from 0 up
     * @param words over the bars
     */
    public void bars(List<String> labels, double[] values, List<String> words) {
        float width = document.right() - document.left();
        float height = 130;
        float floor = 16;
        double most = 0;
        for (double value : values) {
            most = Math.max(most, Double.isNaN(value) ? 0 : value);
        }
        PdfTemplate canvas = writer.getDirectContent().createTemplate(width, height);
        float step = width / Math.max(1, values.length);
        for (int i = 0; i < values.length; i++) {
            float middle = step * (i + 0.5f);
            boolean isThere = !Double.isNaN(values[i]) && most > 0;
            float tall = isThere ? (float) (Math.max(0, values[i]) / most) * (height - floor - 16) : 0;
            canvas.setColorFill(ACCENT);
            canvas.rectangle(middle - step * 0.3f, floor, step * 0.6f, tall);
            canvas.fill();
            write(canvas, labels.get(i), QUIET, middle, 4);
            write(canvas, words.get(i), INK, middle, floor + tall + 3);
        }
        canvas.setColorFill(LINE);
        canvas.rectangle(0, floor, width, 0.6f);
        canvas.fill();
        document.add(Image.getInstance(canvas));
    }

    private void write(PdfContentByte canvas, String words, Color colour, float middle, float bottom) {
        canvas.setColorFill(colour);
        canvas.beginText();
        canvas.setFontAndSize(font, 8);
        canvas.showTextAligned(Element.ALIGN_CENTER, words, middle, bottom, 0);
        canvas.endText();
    }
}
