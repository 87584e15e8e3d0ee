package io.ccmux.server.terminal;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The links cells may have: equal ones are one object. Beyond the limit the oldest is forgotten, not in the cells. */
final class Links {
    private static final int LINKS_MAX = 4096;

    private final SequencedMap<Link, Link> links = new LinkedHashMap<>();

    Link intern(Link link) {
        Link known = links.get(link);
        if (known != null) {
            return known;
        }
        if (links.size() == LINKS_MAX) {
            links.pollFirstEntry();
        }
        links.put(link, link);
        return link;
    }
}
