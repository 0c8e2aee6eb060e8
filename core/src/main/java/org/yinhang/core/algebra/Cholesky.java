package org.yinhang.core.algebra;

/** Solves symmetric positive definite equations (Cholesky's square-root method). */
public final class Cholesky {

    private Cholesky() {}

    /**
     * Solves {@code matrix · x = right}.
     *
     * @param matrix its lower half is read and overwritten by the factor
     */
    public static double[] solve(double[][] matrix, double[] right) {
        factorise(matrix);
        return substitute(matrix, right);
    }

    /**
     * The inverse, as the covariance of estimates is of their information.
     *
     * @param matrix its lower half is read and overwritten by the factor
     */
    public static double[][] inverse(double[][] matrix) {
        factorise(matrix);
        double[][] inverse = new double[matrix.length][];
        for (int j = 0; j < matrix.length; j++) {
            double[] unit = new double[matrix.length];
            unit[j] = 1;
            inverse[j] = substitute(matrix, unit);
        }
        return inverse;
    }

    private static void factorise(double[][] matrix) {
        for (int j = 0; j < matrix.length; j++) {
            double[] lineJ = matrix[j];
            for (int k = 0; k < j; k++) {
                double[] lineK = matrix[k];
                double sum = lineJ[k];
                for (int i = 0; i < k; i++) {
                    sum -= lineJ[i] * lineK[i];
                }
                lineJ[k] = sum / lineK[k];
            }
            double diagonal = lineJ[j];
            for (int i = 0; i < j; i++) {
                diagonal -= lineJ[i] * lineJ[i];
            }
            lineJ[j] = Math.sqrt(Math.max(diagonal, 1e-12));
        }
    }

    private static double[] substitute(double[][] factor, double[] right) {
        int size = right.length;
        double[] solution = right.clone();
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < j; i++) {
                solution[j] -= factor[j][i] * solution[i];
            }
            solution[j] /= factor[j][j];
        }
        for (int j = size - 1; j >= 0; j--) {
            for (int i = j + 1; i < size; i++) {
                solution[j] -= factor[i][j] * solution[i];
            }
            solution[j] /= factor[j][j];
        }
        return solution;
    }
}
