package org.yinhang.demobank.contact;

import java.util.List;
import java.util.Optional;

/** A credit product the simulated bank markets; every latent need of a customer belongs to one of them. */
public enum Offer {
    REVOLVING(0, "L101", 52_000, 12, 3_000_000, "turnover"),
    INSTALMENT(1, "L102", 62_000, 24, 2_400_000, "consumption"),
    CARD_INSTALMENT(2, "L103", 84_000, 12, 900_000, "consumption"),
    CAR(3, "L104", 48_000, 36, 9_000_000, "car"),
    RENOVATION(4, "L105", 50_000, 36, 8_000_000, "renovation"),
    EDUCATION(5, "L106", 46_000, 24, 2_600_000, "education"),
    BUSINESS(6, "L107", 56_000, 12, 20_000_000, "business");

    /** All offers in index order. */
    public static final List<Offer> ALL = List.of(values());

    private final int index;
    private final String product;
    private final int referenceRate;
    private final int termMonths;
    private final long typicalAmount;
    private final String purpose;

    Offer(int index, String product, int referenceRate, int termMonths, long typicalAmount, String purpose) {
        this.index = index;
        this.product = product;
        this.referenceRate = referenceRate;
        this.termMonths = termMonths;
        this.typicalAmount = typicalAmount;
        this.purpose = purpose;
    }

    /** Position from 0, stable over versions because files hold it. */
    public int index() {
        return index;
    }

    /** The code of the canonical table {@code products}. */
    public String product() {
        return product;
    }

    /** The annual rate, in millionths, at which price neither attracts nor repels. */
    public int referenceRate() {
        return referenceRate;
    }

    /** Usual term in months. */
    public int termMonths() {
        return termMonths;
    }

    /** Amount in fen that a customer of average income asks for. */
    public long typicalAmount() {
        return typicalAmount;
    }

    /** What the money is for, as {@code loans.purpose} writes it. */
    public String purpose() {
        return purpose;
    }

    /** The offer with that product code. */
    public static Optional<Offer> ofProduct(String product) {
        return ALL.stream().filter(o -> o.product.equals(product)).findFirst();
    }
}
