package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BufferCommandsTest {
    private final Bench bench = new Bench();
    private final Transcript transcript = new Transcript(bench);

    @BeforeEach
    void startWithASession() {
        bench.must("new-session", "-d", "-s", "a");
    }

    @Test
    void areAStack() throws CommandException {
        transcript.check("""
                $ list-buffers
                $ show-buffer
                no buffers
                [rc=1]
                $ delete-buffer
                no buffer
                [rc=1]
                $ set-buffer
                no data specified
                [rc=1]
                $ set-buffer hello
                $ list-buffers
                buffer0: 5 bytes: "hello"
                $ set-buffer -b mine "two words"
                $ set-buffer third
                $ list-buffers -F "#{buffer_name} #{buffer_sample}"
                buffer1 third
                mine two words
                buffer0 hello
                $ set-buffer -a -b mine !
                $ set-buffer -b mine -n yours
                $ list-buffers -F "#{buffer_name} #{buffer_sample}" -f "#{m:y*,#{buffer_name}}"
                yours two words!
                $ delete-buffer -b nope
                unknown buffer: nope
                [rc=1]
                $ paste-buffer -b nope -t a
                no buffer nope
                [rc=1]
                $ show-buffer -b nope
                no buffer nope
                [rc=1]
                $ delete-buffer
                $ list-buffers -F "#{buffer_name}"
                yours
                buffer0
                $ paste-buffer -t z
                can't find pane: z
                [rc=1]
                """);
    }

    @Test
    void showsAsItIs() {
        bench.must("set-buffer", "hello");
        assertEquals("hello", bench.must("show-buffer"));
    }

    @Test
    void dropsTheOldestAutomaticOnes() {
        bench.must("set-option", "-s", "buffer-limit", "2");
        bench.must("set-buffer", "-b", "kept", "k");
        for (String text : new String[]{"one", "two", "three"}) {
            bench.must("set-buffer", text);
        }
        assertEquals("buffer2\nbuffer1\nkept\n", bench.must("list-buffers", "-F", "#{buffer_name}"));
    }

    @Test
    void pasteHarmlessText() {
        bench.must("set-buffer", "a\u001b[1mb\nc\td");
        bench.must("paste-buffer");
        assertArrayEquals("a^[[1mb\rc\td".getBytes(StandardCharsets.UTF_8), written());
        bench.must("paste-buffer", "-S", "-s", "|", "-d");
        assertArrayEquals("a\u001b[1mb|c\td".getBytes(StandardCharsets.UTF_8), written());
        assertEquals("", bench.must("list-buffers"));
    }

    @Test
    void loadAndSaveFiles() {
        bench.world = effect -> new Outcome.Read("from a file".getBytes(StandardCharsets.UTF_8));
        bench.must("load-buffer", "notes.txt");
        assertEquals("from a file", bench.must("show-buffer"));
        assertEquals("/home/user/notes.txt", ((Effect.ReadFile) last()).path());
        bench.world = effect -> new Outcome.Failed("Permission denied");
        assertEquals("Permission denied: /elsewhere/x", bench.run("save-buffer", "/elsewhere/x").error());
    }

    private Effect last() {
        return bench.effects.stream().filter(effect -> effect instanceof Effect.Lasting).reduce((a, b) -> b)
                .orElseThrow();
    }

    private byte[] written() {
        return bench.effects.stream().filter(effect -> effect instanceof Effect.Write)
                .map(effect -> ((Effect.Write) effect).bytes()).reduce((a, b) -> b).orElseThrow();
    }
}
