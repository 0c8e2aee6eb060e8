package org.yinhang.lake.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yinhang.lake.LakeFile;

/**
 * Keeps the number of runs of a table small, because a reader merges them: when there are many, the small ones are
 * written again as one. A run more than as large as all smaller ones together stays, so a row is rewritten only about
 * as often as the logarithm of the table's size (the log-structured merge tree of O'Neil et al. 1996).
 */
final class RunMerge {

    /** Runs a table may have before small ones are merged. */
    static final int MOST_RUNS = 8;

    private RunMerge() {}

    /** The files whose rows go into the new run: none while there are few runs. */
    static List<LakeFile> choose(List<LakeFile> files) {
        Map<Long, Long> rows = files.stream()
                .collect(Collectors.groupingBy(LakeFile::run, TreeMap::new, Collectors.summingLong(LakeFile::rows)));
        if (rows.size() < MOST_RUNS) {
            return List.of();
        }
        List<Map.Entry<Long, Long>> bySize = new ArrayList<>(rows.entrySet());
        bySize.sort(Map.Entry.comparingByValue());
        Set<Long> chosen = new HashSet<>();
        long smaller = 0;
        for (Map.Entry<Long, Long> run : bySize) {
            boolean many = rows.size() - chosen.size() >= MOST_RUNS / 2;
            if (many || run.getValue() <= smaller) {
                chosen.add(run.getKey());
                smaller += run.getValue();
            }
        }
        return files.stream().filter(file -> chosen.contains(file.run())).toList();
    }
}
