package org.yinhang.product;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something the bank offers.
 *
 * @param id its code
 * @param version counts up; 0 for the one that ships
 * @param zh Chinese name
 * @param en English name
 * @param family what kind of business it is
 * @param zhFor for whom it is, in Chinese
 * @param enFor for whom it is, in English
 * @param risk how much it asks of a customer
 * @param credit its terms; empty where it does not lend
 * @param from the first day it is offered
 * @param until the first day it no longer is; empty while no end is known
 * @param source the document that decided it
 */
public record Product(
        String id,
        int version,
        String zh,
        String en,
        ProductFamily family,
        String zhFor,
        String enFor,
        RiskGrade risk,
        Optional<Credit> credit,
        LocalDate from,
        Optional<LocalDate> until,
        String source) {

    Product withVersion(int other) {
        return new Product(id, other, zh, en, family, zhFor, enFor, risk, credit, from, until, source);
    }
}
