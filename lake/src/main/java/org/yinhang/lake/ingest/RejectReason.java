package org.yinhang.lake.ingest;

/** Why a row was refused. */
public enum RejectReason {
    /** Too few or too many values in the row. */
    COLUMNS("列数不符", "the row does not have the expected columns"),
    /** A byte that means nothing in the file's charset. */
    CHARSET("字符编码错误", "a byte means nothing in this charset"),
    /** A quote that is not closed or stands in the wrong place. */
    QUOTE("引号错误", "a quote is not closed or stands in the wrong place"),
    /** A line longer than the reader takes. */
    LINE_TOO_LONG("行过长", "the line is too long"),
    /** No value where one is needed. */
    MISSING("缺少必填值", "a value is needed and there is none"),
    /** Not a whole number in range. */
    NOT_WHOLE("不是整数", "not a whole number, or out of range"),
    /** Not a number. */
    NOT_A_NUMBER("不是数字", "not a number, or out of range"),
    /** An amount finer than a fen. */
    FINER_THAN_FEN("金额小于分", "the amount is finer than a fen"),
    /** Not a share from 0 to 1. */
    NOT_A_FRACTION("不在0到1之间", "not a number from 0 to 1"),
    /** Not a day in the stated format. */
    NOT_A_DATE("不是日期", "not a day in the stated format"),
    /** Not a time in the stated format. */
    NOT_AN_INSTANT("不是时间", "not a time in the stated format"),
    /** Neither true nor false. */
    NOT_A_FLAG("不是是/否", "neither true nor false"),
    /** Not one of the column's codes. */
    UNKNOWN_CODE("未知代码", "not one of the column's codes"),
    /** The mapping's expression failed on this row. */
    EXPRESSION("表达式出错", "the mapping's expression fails on this row"),
    /** A row with this key is already in the same load. */
    DUPLICATE("重复", "another row of this load has the same key");

    private final String zh;
    private final String en;

    RejectReason(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The reason in Chinese. */
    public String zh() {
        return zh;
    }

    /** The reason in English. */
    public String en() {
        return en;
    }

    /** The reason for which the engine's reader refused a row. */
    static RejectReason ofReader(String errorType) {
        return switch (errorType) {
            case "INVALID ENCODING" -> CHARSET;
            case "UNQUOTED VALUE" -> QUOTE;
            case "LINE SIZE OVER MAXIMUM" -> LINE_TOO_LONG;
            default -> COLUMNS;
        };
    }
}
