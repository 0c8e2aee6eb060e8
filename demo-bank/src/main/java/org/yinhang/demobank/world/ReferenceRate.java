package org.yinhang.demobank.world;

import java.time.LocalDate;
import java.util.List;

/**
 * A rate the bank prices from, from a day on. The LPR series follow the published changes up to May 2025 and stay flat
 * afterwards; the FTP series are invented.
 *
 * @param series series of the canonical table
 * @param from first day
 * @param ppm annual rate in millionths
 */
public record ReferenceRate(String series, LocalDate from, int ppm) {

    /** Every change known to the simulated bank. */
    public static final List<ReferenceRate> ALL = List.of(
            new ReferenceRate("lpr_1y", LocalDate.of(2022, 8, 22), 36_500),
            new ReferenceRate("lpr_5y", LocalDate.of(2022, 8, 22), 43_000),
            new ReferenceRate("lpr_1y", LocalDate.of(2023, 6, 20), 35_500),
            new ReferenceRate("lpr_5y", LocalDate.of(2023, 6, 20), 42_000),
            new ReferenceRate("lpr_1y", LocalDate.of(2023, 8, 21), 34_500),
            new ReferenceRate("lpr_5y", LocalDate.of(2024, 2, 20), 39_500),
            new ReferenceRate("lpr_1y", LocalDate.of(2024, 7, 22), 33_500),
            new ReferenceRate("lpr_5y", LocalDate.of(2024, 7, 22), 38_500),
            new ReferenceRate("lpr_1y", LocalDate.of(2024, 10, 21), 31_000),
            new ReferenceRate("lpr_5y", LocalDate.of(2024, 10, 21), 36_000),
            new ReferenceRate("lpr_1y", LocalDate.of(2025, 5, 20), 30_000),
            new ReferenceRate("lpr_5y", LocalDate.of(2025, 5, 20), 35_000),
            new ReferenceRate("ftp_1y", LocalDate.of(2023, 1, 1), 23_000),
            new ReferenceRate("ftp_3y", LocalDate.of(2023, 1, 1), 26_500),
            new ReferenceRate("ftp_1y", LocalDate.of(2024, 7, 1), 20_500),
            new ReferenceRate("ftp_3y", LocalDate.of(2024, 7, 1), 23_500),
            new ReferenceRate("ftp_1y", LocalDate.of(2025, 6, 1), 18_000),
            new ReferenceRate("ftp_3y", LocalDate.of(2025, 6, 1), 20_500));
}
