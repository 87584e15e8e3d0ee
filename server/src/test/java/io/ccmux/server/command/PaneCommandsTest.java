package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.mux.PaneId;

class PaneCommandsTest {
    private final Bench bench = new Bench();

    @BeforeEach
    void makeAWindowOfThreePanes() {
        bench.must("new", "-d", "-s", "a");
        bench.must("split-window", "-h");
        bench.must("split-window");
    }

    private String panes() {
        return bench.must("list-panes", "-t", "a", "-F", "#{pane_id}#{?pane_active,*,}#{?pane_last,-,}").replace("\n",
                " ");
    }

    private String layout() {
        return bench.must("display", "-p", "-t", "a:0", "#{window_layout}").strip()
                .replaceFirst("^[0-9a-f]{4},\\d+x\\d+,0,0", "");
    }

    @Test
    void splitsAtASizeOnASideAndPrintsThePlace() {
        assertEquals("a:0.0\n", bench.must("split-window", "-hbP", "-f", "-l", "20", "-t", "a:0.0"));
        assertEquals("{20x24,0,0,3,29x24,21,0,0,29x24,51,0[29x12,51,0,1,29x11,51,13,2]}", layout());
        assertEquals("size too large", bench.run("split-window", "-l", "101%").error());
        assertEquals("size invalid", bench.run("split-window", "-l", "x").error());
        assertEquals("size too large", bench.run("split-window", "-p", "101").error());
    }

    @Test
    void keepsTheZoomOnlyWhenAsked() {
        bench.must("resize-pane", "-Z");
        bench.must("split-window", "-Z");
        assertEquals("1\n", bench.must("display", "-p", "#{window_zoomed_flag}"));
        bench.must("select-pane", "-Z", "-t", "%0");
        assertEquals("1 %0\n", bench.must("display", "-p", "#{window_zoomed_flag} #{pane_id}"));
        bench.must("select-pane", "-R");
        assertEquals("0\n", bench.must("display", "-p", "#{window_zoomed_flag}"));
        bench.must("resize-pane", "-Z", "-t", "%1");
        assertEquals("1 %1\n", bench.must("display", "-p", "#{window_zoomed_flag} #{pane_id}"));
        bench.must("kill-pane", "-t", "%0");
        assertEquals("0\n", bench.must("display", "-p", "#{window_zoomed_flag}"));
    }

    @Test
    void selectsByDirectionAndByWhatWasLast() {
        bench.must("select-pane", "-L");
        assertEquals("%0* %1 %2- ", panes());
        bench.must("select-pane", "-R");
        assertEquals("%0- %1 %2* ", panes());
        bench.must("select-pane", "-U");
        bench.must("last-pane");
        assertEquals("%0 %1- %2* ", panes());
        bench.must("new-window", "-d", "-n", "w");
        assertEquals("no last pane", bench.run("last-pane", "-t", "a:1").error());
        bench.must("split-window", "-d", "-t", "a:1");
        bench.must("last-pane", "-t", "a:1");
        assertEquals("%4\n", bench.must("display", "-p", "-t", "a:1", "#{pane_id}"));
    }

    @Test
    void marksNamesAndMutes() {
        bench.must("select-pane", "-m", "-t", "%1");
        assertEquals(Optional.of(new PaneId(1)), bench.mux.marked());
        bench.must("swap-pane", "-t", "%0");
        assertEquals("{40x24,0,0,1,39x24,41,0[39x12,41,0,0,39x11,41,13,2]}", layout());
        bench.must("select-pane", "-M");
        assertEquals(Optional.empty(), bench.mux.marked());
        bench.must("select-pane", "-T", "#{session_name}!", "-t", "%0");
        assertEquals("a!\n", bench.must("display", "-p", "-t", "%0", "#{pane_title}"));
        bench.must("select-pane", "-d", "-t", "%0");
        assertFalse(bench.mux.pane(new PaneId(0)).inputEnabled());
        bench.must("select-pane", "-e", "-t", "%0");
        assertTrue(bench.mux.pane(new PaneId(0)).inputEnabled());
    }

    @Test
    void goesOnFromThePresetChosenLastAndBack() {
        bench.must("select-layout", "main-vertical-mirrored");
        assertEquals("{1x24,0,0[1x12,0,0,1,1x11,0,13,2],78x24,2,0,0}", layout());
        bench.must("next-layout");
        assertEquals("[80x11,0,0{39x11,0,0,0,40x11,40,0,1},80x12,0,12,2]", layout());
        bench.must("select-layout", "-o");
        assertEquals("{1x24,0,0[1x12,0,0,0,1x11,0,13,1],78x24,2,0,2}", layout());
        bench.must("previous-layout");
        assertEquals("{1x24,0,0[1x12,0,0,1,1x11,0,13,2],78x24,2,0,0}", layout());
        bench.must("select-layout", "even-horizontal");
        bench.must("previous-layout");
        assertTrue(layout().startsWith("[80x11"), layout());
    }

    @Test
    void obeysTheMainPanesOptions() {
        bench.must("set-option", "-w", "main-pane-width", "50%");
        bench.must("select-layout", "main-vertical");
        assertEquals("{39x24,0,0,0,40x24,40,0[40x12,40,0,1,40x11,40,13,2]}", layout());
    }

    @Test
    void resizesToCellsAndPercentages() {
        bench.must("resize-pane", "-t", "%0", "-x", "25%", "-y", "3");
        assertEquals("{20x24,0,0,0,59x24,21,0[59x12,21,0,1,59x11,21,13,2]}", layout());
        bench.must("resize-pane", "-t", "%2", "-U", "2");
        assertEquals("{20x24,0,0,0,59x24,21,0[59x10,21,0,1,59x13,21,11,2]}", layout());
        assertEquals("width invalid", bench.run("resize-pane", "-x", "wide").error());
        assertEquals("adjustment too small", bench.run("resize-pane", "-U", "0").error());
    }

    @Test
    void movesPanesBetweenWindows() {
        assertEquals("a:1.0\n", bench.must("break-pane", "-dP", "-n", "alone", "-s", "%1"));
        assertEquals("{40x24,0,0,0,39x24,41,0,2}", layout());
        assertEquals("index in use: 1", bench.run("break-pane", "-s", "%0", "-t", "a:1").error());
        bench.must("join-pane", "-d", "-s", "%2", "-t", "alone");
        bench.must("join-pane", "-s", "%0", "-t", "%1");
        assertEquals("%1- %0* %2 ", panes());
        assertEquals(1, bench.mux.windows().size());
        assertEquals("source and target panes must be different",
                bench.run("move-pane", "-s", "%0", "-t", "%0").error());
    }

    @Test
    void rotatesAndKeepsThePlaceThatIsActive() {
        bench.must("rotate-window");
        assertEquals("{40x24,0,0,1,39x24,41,0[39x12,41,0,2,39x11,41,13,0]}", layout());
        assertEquals("%1 %2- %0* ", panes());
        bench.must("rotate-window", "-D");
        assertEquals("{40x24,0,0,0,39x24,41,0[39x12,41,0,1,39x11,41,13,2]}", layout());
    }

    @Test
    void killsAllOthers() {
        bench.must("kill-pane", "-a", "-t", "%1");
        assertEquals("%1* ", panes());
        assertEquals(List.of(new PaneId(1)), bench.mux.windows().iterator().next().panes());
    }

    @Test
    void givesPanesStyles() {
        bench.must("split-window", "-s", "bg=blue", "-t", "%0");
        assertEquals("bg=blue\n", bench.must("select-pane", "-g", "-t", "%3"));
        bench.must("select-pane", "-P", "fg=red", "-t", "%3");
        assertEquals("fg=red\n", bench.must("show-options", "-pv", "-t", "%3", "window-active-style"));
        assertEquals("bad style: loud", bench.run("split-window", "-s", "loud").error());
        assertEquals("bad style: loud", bench.run("select-pane", "-P", "loud").error());
        assertEquals(4, bench.mux.panes().size());
    }

    @Test
    void fillsAPaneWithoutAProgramFromStandardInput() {
        bench.world = effect -> effect instanceof Effect.ReadFile
                ? new Outcome.Read("one\ntwo\n".getBytes(StandardCharsets.UTF_8))
                : new Outcome.Done();
        bench.must("split-window", "-I", "-t", "%0");
        bench.must("display-message", "-I", "-t", "%3");
        assertEquals("one|two|one|two", bench.must("capture-pane", "-p", "-t", "%3").strip().replace("\n", "|"));
        assertEquals("pane is not empty", bench.run("display-message", "-I", "-t", "%0").error());
        bench.must("split-window", "-t", "%3", "");
        bench.must("display-message", "-I", "-t", "%4");
        assertEquals("one|two", bench.must("capture-pane", "-p", "-t", "%4").strip().replace("\n", "|"));
    }

    @Test
    void forgetsThatAPaneWasLastWhenItMoves() {
        bench.must("select-pane", "-t", "a:0.1");
        assertEquals("%0 %1* %2- ", panes());
        bench.must("join-pane", "-d", "-b", "-s", "a:0.2", "-t", "a:0.0");
        assertEquals("%2 %0 %1* ", panes().replace("-", ""));
        assertFalse(panes().contains("%2-"));
    }
}
