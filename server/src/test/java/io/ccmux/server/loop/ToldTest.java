package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Told;

/** What the server tells of itself, for people and for programs. */
class ToldTest {
    private final LoopBench bench = new LoopBench();

    @Test
    void tellsHowItIs() {
        assertEquals("journal: well\nmistakes of terminals: none\n", bench.must("server-status"));
        assertEquals("{\"journal\":\"well\",\"mistakes\":{}}\n", bench.must("server-status", "--json"));
    }

    @Test
    void tellsProgramsOfTheCheckpointItWrote() {
        assertEquals("", bench.must("checkpoint", "now"));
        assertEquals("{\"file\":\"1.cpt\"}\n", bench.must("checkpoint", "now", "--json"));
        assertEquals("{\"file\":\"1.cpt\"}\n", bench.must("checkpoint", "--json", "now"));
    }

    @Test
    void tellsProgramsThatItHasForgotten() {
        bench.must("new-session", "-d");
        assertEquals("", bench.must("forget", "-a"));
        assertEquals("{\"file\":\"1.cpt\"}\n", bench.must("forget", "--json", "-a"));
    }

    @Test
    void tellsWhatIsWrongWithTheConfiguration() {
        bench.outside.reload = new Outcome.Reported(false,
                new Told(List.of("file:1: wrong", "configuration unchanged"), Map.of("read", false)));
        var people = bench.run("config", "reload");
        assertEquals("file:1: wrong\nconfiguration unchanged\n", people.error.toString());
        assertEquals(1, people.status);
        var program = bench.run("config", "reload", "--json");
        assertEquals("{\"read\":false}\n", program.out.toString());
        assertEquals(1, program.status);
    }
}
