package org.yinhang.reach.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.reach.Channel;
import org.yinhang.reach.ChannelDesk;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.Channels;
import org.yinhang.reach.gateway.DeskFault;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** How messages leave: every channel with its settings, and the simulated phones of the demo. */
@Controller
@AllowedTo({Role.ANALYST, Role.COMPLIANCE, Role.ADMINISTRATOR})
class ChannelsController {

    private static final int SHOWN = 30;

    private final Channels channels;
    private final ChannelDesk desk;
    private final Templates templates;

    ChannelsController(Channels channels, ChannelDesk desk, Templates templates) {
        this.channels = channels;
        this.desk = desk;
        this.templates = templates;
    }

    @GetMapping("/channels")
    JteModel list(PageFrame page) {
        return templates.reachChannels(page, channels.all(), desk.isThere());
    }

    @GetMapping("/channels/{code}")
    JteModel one(@PathVariable String code, PageFrame page) {
        if (!Channel.CODES.contains(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return templates.reachChannel(page, code, channels.find(code).orElse(null), desk.isThere());
    }

    @PostMapping("/channels/{code}")
    @AllowedTo(Role.ADMINISTRATOR)
    String set(
            @PathVariable String code,
            @RequestParam ChannelKind kind,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam String yaml,
            @RequestParam(defaultValue = "") String secret,
            PageFrame page) {
        channels.set(code, kind, open, yaml, secret, page.signedIn());
        return "redirect:/channels";
    }

    @GetMapping("/channel-desk")
    JteModel desk(@RequestParam(defaultValue = "sms") String channel, PageFrame page) {
        if (!desk.isThere()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<String> simulated = channels.all().stream()
                .filter(found -> found.kind() == ChannelKind.DESK)
                .map(Channel::code)
                .toList();
        DeskFault fault = channels.find(channel)
                .map(found -> found.settings().deskFault())
                .orElse(DeskFault.NONE);
        return templates.reachDesk(page, channel, simulated, desk.newest(channel, SHOWN), desk.counts(), fault);
    }

    /** Makes a simulated gateway misbehave, or behave again. */
    @PostMapping("/channel-desk/{channel}/fault")
    @AllowedTo({Role.ANALYST, Role.ADMINISTRATOR})
    String misbehave(@PathVariable String channel, @RequestParam DeskFault fault, PageFrame page) {
        channels.misbehave(channel, fault, page.signedIn());
        return "redirect:/channel-desk?channel=" + channel;
    }
}
