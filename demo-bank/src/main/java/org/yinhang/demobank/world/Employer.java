package org.yinhang.demobank.world;

/**
 * A company or institution in which customers work.
 *
 * @param number position from 0
 * @param code code in the employer register
 * @param name invented name
 * @param industry industry of the canonical table
 * @param admissionClass 1 (best) to 12
 * @param stability stable, general or avoid
 * @param city position of its city
 * @param staffCount people who work there
 * @param partner whether it has a cooperation agreement
 * @param payroll whether it pays wages through the bank
 * @param payday day of the month on which wages are paid
 * @param wage level of wages against the average
 * @param jobLoss yearly rate at which its people fall into payment distress
 */
public record Employer(
        int number,
        String code,
        String name,
        String industry,
        int admissionClass,
        String stability,
        int city,
        int staffCount,
        boolean partner,
        boolean payroll,
        int payday,
        double wage,
        double jobLoss) {}
