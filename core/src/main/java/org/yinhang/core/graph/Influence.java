package org.yinhang.core.graph;

import java.util.Arrays;

/**
 * How much attention ends at a node: PageRank on weighted ties (Brin and Page, "The anatomy of a large-scale hypertextual
 * Web search engine", 1998). A walker follows ties in proportion to their weight and now and then starts anew anywhere.
 */
public final class Influence {

    private static final double DAMPING = 0.85;
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_ROUNDS = 100;

    private Influence() {}

    /** One number a node, 1 the average of those with ties; NaN for a node without ties. */
    public static double[] of(Graph graph) {
        int nodes = graph.nodes();
        double[] outgoing = new double[nodes];
        int tied = 0;
        for (int node = 0; node < nodes; node++) {
            for (int i = 0; i < graph.degree(node); i++) {
                outgoing[node] += graph.weight(node, i);
            }
            tied += graph.degree(node) > 0 ? 1 : 0;
        }
        double[] rank = new double[nodes];
        Arrays.fill(rank, 1);
        double change = Double.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && change > TOLERANCE * tied; round++) {
            double[] next = new double[nodes];
            change = 0;
            for (int node = 0; node < nodes; node++) {
                double received = 0;
                for (int i = 0; i < graph.degree(node); i++) {
                    int other = graph.other(node, i);
                    received += rank[other] * graph.weight(node, i) / outgoing[other];
                }
                next[node] = 1 - DAMPING + DAMPING * received;
                change += graph.degree(node) > 0 ? Math.abs(next[node] - rank[node]) : 0;
            }
            rank = next;
        }
        for (int node = 0; node < nodes; node++) {
            rank[node] = graph.degree(node) > 0 ? rank[node] : Double.NaN;
        }
        return rank;
    }
}
