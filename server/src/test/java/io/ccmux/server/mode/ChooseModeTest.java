package io.ccmux.server.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Scene;

class ChooseModeTest {
    private final ModeBench bench = new ModeBench(40, 8);

    private static Effect.Listing listing(String format, String filter, String order) {
        return new Effect.Listing(ModeBench.CLIENT, format, filter, "", order, false, true, false);
    }

    private void tree(boolean sessions, boolean windows) {
        tree(sessions, windows, "x", "");
    }

    private void tree(boolean sessions, boolean windows, String format, String filter) {
        bench.enter(new Effect.Mode.Tree(listing(format, filter, ""), sessions, windows, false,
                "switch-client -t '%%'"));
    }

    private String lines() {
        return bench.modes.lines(ModeBench.PANE).toString();
    }

    /** The line that is chosen: Enter would run it. */
    private String chosen() {
        bench.key("Enter");
        String ran = bench.ran();
        return ran.substring(ran.lastIndexOf(' ') + 1);
    }

    /** The user answers the question that was asked last; what comes of that is done. */
    private void answer(String text) throws Exception {
        var asked = (Effect.Background) bench.effects.getLast();
        var decision = asked.then().resume(new Outcome.Answered(text), bench.mux);
        for (var effect : decision.effects()) {
            if (effect instanceof Effect.ModeCommand command) {
                bench.modes.command(command, bench.scene());
            }
            bench.effects.add(effect);
        }
    }

    @Test
    void listsSessionsAndUnfoldsThem() {
        bench.run("new-session", "-d", "-s", "b");
        bench.run("new-window", "-d", "-t", "b");
        tree(true, false);
        assertEquals("[a: x, b: x]", lines());
        bench.key("j", "Right");
        assertEquals("[a: x, b: x, 0: x, 1: x]", lines());
        assertTrue(bench.drawn().text(2).contains("├─> "), bench.drawn().text(2));
        bench.key("j", "Left", "Enter");
        assertEquals("switch-client -t =b:", bench.ran());
        assertEquals("", bench.modes.mode(ModeBench.PANE));
    }

    @Test
    void drawsBranchesThatGoOnBesideInnerOnes() {
        bench.run("split-window", "-d");
        bench.run("new-window", "-d");
        bench.run("split-window", "-d", "-t", "a:1");
        tree(false, false);
        assertEquals("├─> │   ├─> │   └─> └─>     ├─>     └─> ",
                IntStream.range(1, 7).mapToObj(y -> bench.drawn().text(y)).map(line -> line.replaceAll("\\(\\d\\) ", "")
                        .replaceAll("> .*", "> ")).collect(Collectors.joining()));
    }

    @Test
    void tagsNoLineTogetherWithOneThatItIsWithin() {
        bench.run("split-window", "-d");
        tree(false, false);
        bench.key("g", "j", "t", "t");
        assertFalse(bench.drawn().text(1).contains("0*"), bench.drawn().text(1));
        assertTrue(bench.drawn().text(2).contains("0*"), bench.drawn().text(2));
        bench.key("g", "t");
        assertTrue(bench.drawn().text(0).contains("a*"), bench.drawn().text(0));
        assertFalse(bench.drawn().text(2).contains("0*"), bench.drawn().text(2));
    }

    @Test
    void choosesByKeysBeforeTheLinesAndLeaves() {
        for (int i = 1; i < 12; i++) {
            bench.run("new-window", "-d");
        }
        tree(false, true);
        bench.key("1");
        assertEquals("switch-client -t =a:0.", bench.ran());
        tree(false, true);
        bench.key("M-b");
        assertEquals("switch-client -t =a:10.", bench.ran());
        tree(false, true);
        assertTrue(bench.key("q").closed());
    }

    @Test
    void searchesDownAndUp() throws Exception {
        for (String name : List.of("one", "two", "onetwo")) {
            bench.run("new-window", "-d", "-n", name);
        }
        tree(false, true, "#{window_name}", "");
        bench.key("C-s");
        answer("two");
        bench.key("n");
        assertEquals("=a:3.", chosen());
        tree(false, true, "#{window_name}", "");
        bench.key("C-s");
        answer("two");
        bench.key("N");
        assertEquals("=a:3.", chosen());
        tree(true, false, "#{window_name}", "");
        bench.key("C-r");
        answer("one");
        assertEquals("=a:3.", chosen());
    }

    @Test
    void filtersAndOrders() throws Exception {
        bench.run("rename-window", "-t", "a:0", "m");
        bench.run("new-window", "-d", "-n", "z");
        bench.run("new-window", "-d", "-n", "k");
        tree(false, true, "#{window_name}", "");
        bench.key("O");
        assertEquals("[a: m, 2: k, 0: m, 1: z]", lines());
        bench.key("r");
        assertEquals("[a: m, 1: z, 0: m, 2: k]", lines());
        bench.key("f");
        answer("#{==:#{window_name},k}");
        assertEquals("[a: m, 2: k]", lines());
        bench.key("f");
        answer("0");
        assertEquals("[a: m, 1: z, 0: m, 2: k]", lines());
    }

    @Test
    void runsCommandsForTheTaggedOnes() throws Exception {
        bench.run("new-window", "-d");
        bench.run("new-window", "-d");
        tree(false, true);
        bench.key("j", "t", "t", ":");
        answer("rename-window -t '%%' x");
        assertEquals(3, bench.effects.stream().filter(Effect.ModeCommand.class::isInstance).count() + 2);
        bench.key("X");
        int before = bench.effects.size();
        answer("y");
        assertEquals(2, bench.effects.size() - before);
        assertTrue(bench.ran().startsWith("kill-window -t =a:"), bench.ran());
        bench.key("x");
        answer("n");
        assertTrue(bench.effects.getLast() instanceof Effect.Background);
    }

    @Test
    void isMovedByTheMouse() {
        bench.run("new-window", "-d");
        tree(false, true);
        bench.drawn();
        bench.mouse = Optional.of(new Scene.MousePlace(Optional.of(ModeBench.PANE), "", 5, 2));
        bench.key("MouseDown1Pane");
        assertEquals("=a:1.", chosen());
        tree(false, true);
        bench.key("WheelUpPane");
        assertEquals("=a:", chosen());
        tree(false, true);
        bench.drawn();
        bench.key("DoubleClick1Pane");
        assertEquals("switch-client -t =a:1.", bench.ran());
    }

    @Test
    void showsWhatTheChosenLineIs() {
        var tall = new ModeBench(60, 24);
        tall.prints("hello");
        tall.run("split-window", "-h");
        tall.enter(new Effect.Mode.Tree(listing("x", "", ""), false, true, false, ""));
        String drawn = ModeBench.text(tall.drawn());
        assertTrue(drawn.contains(" 0 (sort: index)"), drawn);
        assertTrue(drawn.contains("hello"), drawn);
        assertTrue(drawn.contains("│ 1:"), drawn);
        tall.key("v");
        assertFalse(ModeBench.text(tall.drawn()).contains("hello"));
    }

    @Test
    void listsBuffers() {
        bench.run("set-buffer", "one");
        bench.run("set-buffer", "two more");
        bench.enter(new Effect.Mode.BufferList(listing("#{buffer_sample}", "", ""), "paste-buffer -b '%%'"));
        assertEquals("[buffer1: two more, buffer0: one]", lines());
        bench.key("O");
        assertEquals("[buffer0: one, buffer1: two more]", lines());
        bench.key("G", "d");
        assertEquals("delete-buffer -b buffer1", bench.ran());
        bench.key("p");
        assertEquals("paste-buffer -p -b buffer1", bench.ran());
        assertEquals("", bench.modes.mode(ModeBench.PANE));
    }

    @Test
    void listsClients() {
        bench.enter(new Effect.Mode.ClientList(listing("x", "", ""), "detach-client -t '%%'"));
        assertEquals("[/dev/pts/1: x]", lines());
        bench.key("z");
        assertEquals("suspend-client -t /dev/pts/1", bench.ran());
        bench.key("Enter");
        assertEquals("detach-client -t /dev/pts/1", bench.ran());
    }

    @Test
    void changesOptionsAndKeys() throws Exception {
        bench.run("set-option", "-g", "@mine", "100% #x");
        bench.enter(new Effect.Mode.Customize(listing("", "", "")));
        assertTrue(lines().startsWith("[Server Options: , Session Options: , Window & Pane Options: , Key Table"),
                lines());
        bench.key("j", "Enter", "C-s");
        answer("set-titles:");
        bench.key("Enter");
        assertEquals("set-option -g set-titles", bench.ran());
        bench.key("C-s");
        answer("repeat-time: 500");
        bench.key("Enter");
        assertEquals("command-prompt -l -I 500 -p (repeat-time) set-option -g repeat-time \"%%%\"", bench.ran());
        bench.run("set-option", "-g", "repeat-time", "7");
        bench.key("d");
        answer("y");
        assertEquals("set-option -u -g repeat-time", bench.ran());
        bench.key("C-s");
        answer("find-window");
        bench.key("u");
        answer("y");
        assertEquals("unbind-key -T prefix f", bench.ran());
        assertEquals("options-mode", bench.modes.mode(ModeBench.PANE));
    }

    @Test
    void editsBuffersInAPopup() throws Exception {
        bench.run("set-buffer", "one");
        bench.enter(new Effect.Mode.BufferList(listing("", "", ""), "paste-buffer -b '%%'"));
        bench.key("e");
        var begun = (Effect.Background) bench.effects.getLast();
        String file = "/run/ccmux/default.edit" + ModeBench.CLIENT.number();
        assertEquals(file, ((Effect.WriteFile) begun.effect()).path());
        var shown = begun.then().resume(new Outcome.Done(), bench.mux).awaited().orElseThrow();
        assertTrue(((Effect.ShowPopup) shown.effect()).launch().command().endsWith(" " + file));
        var read = shown.then().resume(new Outcome.Finished(0, new byte[0]), bench.mux).awaited().orElseThrow();
        bench.apply(read.then().resume(new Outcome.Read("two\n".getBytes(StandardCharsets.UTF_8)), bench.mux).events());
        assertEquals("two", new String(bench.mux.buffers().top().orElseThrow().bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void setsOptionsWhereTheUserWantsThem() throws Exception {
        bench.enter(new Effect.Mode.Customize(listing("", "", "")));
        bench.key("j", "Enter", "C-s");
        answer("status-left-length:");
        bench.key("s");
        assertEquals(
                "command-prompt -l -I 10 -p (status-left-length, session a) set-option -t \"$0:\" status-left-length "
                        + "\"%%%\"",
                bench.ran());
        bench.run("set-option", "-t", "a", "status-left-length", "20");
        assertTrue(lines().contains("status-left-length: #[reverse](session a)#[default] 20"), lines());
        bench.key("S");
        assertTrue(bench.ran().contains("-p (status-left-length) set-option -g"), bench.ran());
        bench.key("Enter");
        assertTrue(bench.ran().contains("-I 20 -p (status-left-length, session a)"), bench.ran());
        bench.key("H", "j", "j", "Enter", "C-s");
        answer("window-style:");
        bench.key("s");
        assertTrue(bench.ran().endsWith("set-option -p -t \"%0\" window-style \"%%%\""), bench.ran());
        bench.key("w");
        assertTrue(bench.ran().endsWith("set-option -w -t \"%0\" window-style \"%%%\""), bench.ran());
    }

    @Test
    void unzoomsWhatItHasZoomed() {
        bench.run("split-window");
        bench.run("choose-tree", "-Z", "-t", "%0");
        bench.enter(((Effect.EnterMode) bench.effects.getLast()).mode());
        assertTrue(bench.mux.window(bench.mux.pane(ModeBench.PANE).window()).zoomed());
        bench.key("q");
        assertFalse(bench.mux.window(bench.mux.pane(ModeBench.PANE).window()).zoomed());
    }
}
