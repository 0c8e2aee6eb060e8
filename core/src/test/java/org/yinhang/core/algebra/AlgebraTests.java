package org.yinhang.core.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AlgebraTests {

    @Test
    void tailsAgreeWithPublishedQuantiles() {
        // Abramowitz and Stegun 1964, table 26.5
        assertThat(NormalTails.twoSided(0)).isEqualTo(1);
        assertThat(NormalTails.twoSided(1.959963984540054)).isCloseTo(0.05, within(1e-14));
        assertThat(NormalTails.twoSided(-2.575829303548901)).isCloseTo(0.01, within(1e-14));
        assertThat(NormalTails.twoSided(6)).isCloseTo(1.973175290075e-9, within(1e-20));
        assertThat(NormalTails.distance(0.001)).isCloseTo(3.290526731491896, within(1e-9));
        assertThat(NormalTails.distance(1)).isZero();
    }

    @Test
    void bothWaysToATailMeet() {
        double before = NormalTails.twoSided(Math.nextDown(2.5));
        assertThat(NormalTails.twoSided(2.5)).isCloseTo(before, within(1e-14));
    }

    @Test
    void anInverseUndoesItsMatrix() {
        double[][] matrix = {{4, 2, 1}, {2, 5, 3}, {1, 3, 6}};
        double[][] inverse = Cholesky.inverse(new double[][] {{4, 2, 1}, {2, 5, 3}, {1, 3, 6}});
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += matrix[i][k] * inverse[k][j];
                }
                assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }
}
