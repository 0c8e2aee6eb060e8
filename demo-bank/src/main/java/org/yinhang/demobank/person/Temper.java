package org.yinhang.demobank.person;

/**
 * What a customer is like, hidden from the bank; everything the models are meant to find out.
 *
 * @param priceSensitivity log-odds lost for every percentage point above the reference rate
 * @param digital ease with apps and messages, 0 to 1
 * @param preferredHour hour of the day at which a contact is welcome
 * @param preferredChannel index of the channel liked best
 * @param irritability how fast contacts tire, around 1
 * @param openness general readiness to borrow, in log-odds around 0
 * @param diligence chance that an instalment is paid on the day
 * @param purchases purchases a month through the bank
 * @param thrift share of income not spent, 0 to 0.6
 * @param outsideDebt monthly payments to other lenders as a share of income
 * @param gambler whether some money goes into betting
 * @param risk multiplier of the distress rate
 */
public record Temper(
        double priceSensitivity,
        double digital,
        int preferredHour,
        int preferredChannel,
        double irritability,
        double openness,
        double diligence,
        double purchases,
        double thrift,
        double outsideDebt,
        boolean gambler,
        double risk) {}
