package org.yinhang.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.Snapshot;

/**
 * Lends small reading sessions over the newest snapshot to whoever fills a page. Sessions are kept open between
 * requests, and closed once a newer snapshot is there.
 */
@Component
public class LakeReader implements DisposableBean {

    private static final int KEPT = 3;

    private final Lake lake;
    private final Deque<LakeSession> idle = new ArrayDeque<>();

    LakeReader(Lake lake) {
        this.lake = lake;
    }

    /** Answers a question from the newest snapshot. The session is the caller's only until the question returns. */
    public <T> T read(Function<LakeSession, T> question) {
        LakeSession session = borrow();
        boolean healthy = false;
        try {
            T answer = question.apply(session);
            healthy = true;
            return answer;
        } finally {
            giveBack(session, healthy);
        }
    }

    /** The newest snapshot. */
    public Snapshot snapshot() {
        return read(LakeSession::snapshot);
    }

    private LakeSession borrow() {
        long newest = lake.currentVersion();
        synchronized (idle) {
            for (LakeSession session = idle.poll(); session != null; session = idle.poll()) {
                if (session.snapshot().version() == newest) {
                    return session;
                }
                session.close();
            }
        }
        return lake.read(lake.current(), SessionSettings.INTERACTIVE);
    }

    /** A session that failed may be broken: the engine closes statements after an error. */
    private void giveBack(LakeSession session, boolean healthy) {
        synchronized (idle) {
            if (healthy && idle.size() < KEPT) {
                idle.push(session);
                return;
            }
        }
        session.close();
    }

    @Override
    public void destroy() {
        synchronized (idle) {
            idle.forEach(LakeSession::close);
            idle.clear();
        }
    }
}
