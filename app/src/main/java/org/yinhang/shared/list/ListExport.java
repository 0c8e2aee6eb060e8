package org.yinhang.shared.list;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yinhang.shared.ExcelFile;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.web.PageFrame;

/** Writes a whole list, as filtered and with the columns shown, into a workbook; the audit learns of each. */
@Component
public class ListExport {

    /** The most rows one workbook may hold. */
    public static final int MOST_ROWS = 100_000;

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ApplicationEventPublisher events;

    ListExport(ApplicationEventPublisher events) {
        this.events = events;
    }

    /**
     * Reads the list page by page and writes it.
     *
     * @param title the name of sheet and file, in the viewer's language
     * @param rows the source, asked for one page after the other
     */
    public <T> ResponseEntity<byte[]> write(
            ListDefinition<T> list, String title, ListQuery query, PageFrame page, Function<ListQuery, Slice<T>> rows) {
        return write(list, title, query, page, rows, List.of());
    }

    private <T> ResponseEntity<byte[]> write(
            ListDefinition<T> list,
            String title,
            ListQuery query,
            PageFrame page,
            Function<ListQuery, Slice<T>> rows,
            List<String> notes) {
        List<Column<T>> columns = list.shown(page);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AtomicInteger written = new AtomicInteger();
        try {
            ExcelFile.write(bytes, page.today().atStartOfDay().toInstant(ZoneOffset.UTC), workbook -> {
                Worksheet sheet = workbook.newWorksheet(title);
                head(sheet, columns, page);
                written.set(fill(sheet, columns, query, page, rows));
                notes(workbook, notes, page);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        events.publishEvent(new ListExported(page.signedIn(), list.key(), written.get()));
        String name = title + "-" + page.today() + ".xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    /**
     * Writes rows that are all there.
     *
     * @param title the name of sheet and file, in the viewer's language
     */
    public <T> ResponseEntity<byte[]> write(ListDefinition<T> list, String title, List<T> rows, PageFrame page) {
        return write(
                list,
                title,
                ListQuery.first(),
                page,
                query -> new Slice<>(
                        rows.stream().skip(query.offset()).limit(query.size()).toList(), rows.size()));
    }

    /**
     * Writes rows that are all there, and beside them on a sheet of their own what they are of.
     *
     * @param title the name of sheet and file, in the viewer's language
     * @param notes a line each
     */
    public <T> ResponseEntity<byte[]> write(
            ListDefinition<T> list, String title, List<T> rows, List<String> notes, PageFrame page) {
        return write(
                list,
                title,
                ListQuery.first(),
                page,
                query -> new Slice<>(
                        rows.stream().skip(query.offset()).limit(query.size()).toList(), rows.size()),
                notes);
    }

    private static void notes(Workbook workbook, List<String> notes, PageFrame page) {
        if (!notes.isEmpty()) {
            Worksheet sheet = workbook.newWorksheet(page.t("list.notes"));
            for (int line = 0; line < notes.size(); line++) {
                sheet.value(line, 0, notes.get(line));
            }
        }
    }

    private static <T> void head(Worksheet sheet, List<Column<T>> columns, PageFrame page) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, page.t(columns.get(column).titleKey()));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    private static <T> int fill(
            Worksheet sheet,
            List<Column<T>> columns,
            ListQuery query,
            PageFrame page,
            Function<ListQuery, Slice<T>> rows) {
        int written = 0;
        ListQuery next = query.withSize(ListQuery.LARGEST).withPage(1);
        while (written < MOST_ROWS) {
            Slice<T> slice = rows.apply(next);
            for (T row : slice.items()) {
                written++;
                for (int column = 0; column < columns.size(); column++) {
                    put(sheet, written, column, columns.get(column).cell().apply(row, page), page);
                }
            }
            if (slice.items().size() < ListQuery.LARGEST) {
                break;
            }
            next = next.withPage(next.page() + 1);
        }
        return written;
    }

    private static void put(Worksheet sheet, int row, int column, Cell cell, PageFrame page) {
        switch (cell) {
            case Cell.Amount amount -> {
                sheet.value(row, column, amount.amount().yuan());
                sheet.style(row, column).format("#,##0.00").set();
            }
            case Cell.Annual annual -> {
                sheet.value(row, column, annual.rate().fraction());
                sheet.style(row, column).format("0.00%").set();
            }
            case Cell.Count count -> sheet.value(row, column, count.number());
            case Cell.Share share -> {
                sheet.value(row, column, share.fraction());
                sheet.style(row, column).format("0.0%").set();
            }
            case Cell.Chance chance -> {
                sheet.value(row, column, chance.chance().value());
                sheet.style(row, column).format("0.0%").set();
            }
            case Cell.Figure figure -> {
                sheet.value(row, column, figure.value());
                sheet.style(row, column).format("0.0000").set();
            }
            case Cell.Day day -> {
                sheet.value(row, column, day.date());
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Cell.Moment moment -> sheet.value(row, column, page.formats().momentInFull(moment.instant()));
            case Cell.Words words -> sheet.value(row, column, words.words());
            case Cell.Code code -> sheet.value(row, column, code.code());
            case Cell.Mark mark -> sheet.value(row, column, mark.words());
            case Cell.Nothing nothing -> sheet.value(row, column, "");
        }
    }
}
