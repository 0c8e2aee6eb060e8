package org.yinhang.lake.ingest.source;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of a workbook. */
public final class ExcelCells {

    private static final Pattern DATE_FORMAT = Pattern.compile("(?i).*(yy|mmm|d{1,2}|h{1,2}:).*");
    private static final Pattern NO_DATE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private ExcelCells() {}

    /** A cell as text, days as 2026-01-31; null where it is empty. */
    public static @Nullable String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getValue() == null) {
            return null;
        }
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell) ? date(cell.asDate()) : cell.asNumber().toPlainString();
            case BOOLEAN -> cell.asBoolean().toString();
            case STRING, FORMULA, ERROR -> cell.getRawValue();
            case EMPTY -> null;
        };
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && DATE_FORMAT.matcher(NO_DATE.matcher(format).replaceAll("")).matches();
    }

    private static String date(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toLocalDate() + " " + time.toLocalTime();
    }
}
