package org.yinhang.insight;

import org.yinhang.lake.attribution.KeyFigure;
import org.yinhang.lake.attribution.KeyFigures;

/** What a head looks at, worked out of key figures. */
public enum Indicator {
    CONTACTS(Kind.COUNT),
    REPLY_RATE(Kind.SHARE),
    APPLICATIONS(Kind.COUNT),
    APPROVAL_RATE(Kind.SHARE),
    DRAWS(Kind.COUNT),
    DRAWN(Kind.YUAN),
    MARGIN(Kind.YUAN),
    BALANCE(Kind.YUAN),
    BAD_RATE(Kind.SHARE);

    /** In what it is measured. */
    public enum Kind {
        COUNT,
        YUAN,
        /** A fraction of one; its change is a difference. */
        SHARE
    }

    private static final double FEN = 100;

    private final Kind kind;

    Indicator(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** A number, yuan or a fraction of one; not-a-number where there is nothing to say. */
    public double of(KeyFigures figures) {
        return switch (this) {
            case CONTACTS -> figures.of(KeyFigure.CONTACTS);
            case REPLY_RATE -> figures.replyRate();
            case APPLICATIONS -> figures.of(KeyFigure.APPLICATIONS);
            case APPROVAL_RATE -> figures.approvalRate();
            case DRAWS -> figures.of(KeyFigure.DRAWS);
            case DRAWN -> figures.of(KeyFigure.DRAWN) / FEN;
            case MARGIN -> figures.of(KeyFigure.MARGIN) / FEN;
            case BALANCE -> figures.of(KeyFigure.BALANCE) / FEN;
            case BAD_RATE -> figures.badRate();
        };
    }

    /** Whether more of it is worse. */
    public boolean isHarm() {
        return this == BAD_RATE;
    }

    /** How it changed: the part it grew or fell by, of shares the difference; not-a-number where that says nothing. */
    public double change(KeyFigures now, KeyFigures before) {
        double difference = of(now) - of(before);
        return kind == Kind.SHARE ? difference : of(before) == 0 ? Double.NaN : difference / of(before);
    }
}
