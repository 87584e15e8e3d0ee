package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** The path by which programs find the ssh agent of the client that came last. */
class AgentLinksTest {
    private final LoopBench bench = new LoopBench();

    @Test
    void leadsToTheAgentOfTheClientThatCameLast() {
        bench.must("new-session", "-d", "-s", "a");
        bench.must("set-environment", "-t", "a", "SSH_AUTH_SOCK", "/tmp/ssh-1/agent.1");
        String path = "/run/ccmux/default.agent-0";
        assertEquals(Map.of(path, "/tmp/ssh-1/agent.1"), bench.outside.links);
        bench.must("new-window", "-t", "a:");
        assertEquals(path, bench.outside.spawned.getLast().environment().get("SSH_AUTH_SOCK"));
        assertEquals("SSH_AUTH_SOCK=/tmp/ssh-1/agent.1\n",
                bench.must("show-environment", "-t", "a", "SSH_AUTH_SOCK"));
        bench.must("set-environment", "-t", "a", "SSH_AUTH_SOCK", "/tmp/ssh-2/agent.2");
        assertEquals(Map.of(path, "/tmp/ssh-2/agent.2"), bench.outside.links);
        bench.must("new-session", "-d", "-s", "b");
        bench.must("kill-session", "-t", "a");
        assertEquals(Map.of(path, ""), bench.outside.links);
    }

    @Test
    void isNotThereWhereNoAgentIs() {
        bench.must("new-session", "-d", "-s", "a");
        assertEquals(Map.of(), bench.outside.links);
        assertEquals(false, bench.outside.spawned.getLast().environment().containsKey("SSH_AUTH_SOCK"));
    }
}
