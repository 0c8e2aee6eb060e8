package org.yinhang.reach;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.yinhang.reach.internal.DeskRepository;
import org.yinhang.shared.YinhangSettings;

/** What the simulated phones show. Exists in the demo only, where nobody behind a name is real. */
@Service
public class ChannelDesk {

    private final DeskRepository desk;
    private final YinhangSettings settings;

    ChannelDesk(DeskRepository desk, YinhangSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    /** Whether there is one here. */
    public boolean isThere() {
        return settings.demo();
    }

    /** The newest messages of a channel, the newest first. */
    public List<DeskMessage> newest(String channel, int most) {
        return desk.newest(channel, most);
    }

    /** How many messages each channel has. */
    public Map<String, Long> counts() {
        return desk.counts();
    }
}
