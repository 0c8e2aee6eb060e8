package org.yinhang.core.learning;

/** Solves symmetric positive definite equations (Cholesky's square-root method). */
final class Cholesky {

    private Cholesky() {}

    /**
     * Solves {@code matrix · x = right}.
     *
     * @param matrix its lower half is read and overwritten by the factor
     */
    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int j = 0; j < size; j++) {
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
        double[] solution = right.clone();
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < j; i++) {
                solution[j] -= matrix[j][i] * solution[i];
            }
            solution[j] /= matrix[j][j];
        }
        for (int j = size - 1; j >= 0; j--) {
            for (int i = j + 1; i < size; i++) {
                solution[j] -= matrix[i][j] * solution[i];
            }
            solution[j] /= matrix[j][j];
        }
        return solution;
    }
}
