package org.yinhang.demobank.world;

import org.yinhang.demobank.contact.Offer;

/**
 * The campaign the old bank ran in one month.
 *
 * @param number months since 1970-01
 * @param code its code
 * @param offer what it offered
 */
public record Campaign(int number, String code, Offer offer) {

    /** The campaign of a month: the product follows the season, with cash credit in the months between. */
    public static Campaign ofMonth(int monthNumber) {
        int year = 1970 + monthNumber / 12;
        int month = monthNumber % 12 + 1;
        Offer offer =
                switch (month) {
                    case 3, 10 -> Offer.RENOVATION;
                    case 4, 12 -> Offer.REVOLVING;
                    case 5 -> Offer.CAR;
                    case 6, 11 -> Offer.INSTALMENT;
                    case 8 -> Offer.EDUCATION;
                    case 2, 9 -> Offer.BUSINESS;
                    case 7 -> Offer.CARD_INSTALMENT;
                    default -> Offer.REVOLVING;
                };
        return new Campaign(monthNumber, "C%d%02d-%s".formatted(year, month, offer.product()), offer);
    }
}
