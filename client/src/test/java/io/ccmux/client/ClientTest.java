package io.ccmux.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.ServerSocketChannel;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientTest {
    @TempDir
    private Path directory;
    private Installation ccmux;

    @BeforeEach
    void install() throws Exception {
        ccmux = new Installation(directory);
    }

    @AfterEach
    void end() throws Exception {
        ccmux.stop();
    }

    @Test
    void printsItsVersionWithoutAServer() throws Exception {
        assertEquals("ccmux 0.1.0\n[0]", ccmux.run("", "-V"));
        assertTrue(Files.notExists(ccmux.state()));
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() throws Exception {
        assertEquals("ccmux: unknown option -- z\n" + Arguments.USAGE + "[1]", ccmux.run("", "-z"));
    }

    @Test
    void answersAsTmuxDoesWhenThereIsNoServer() throws Exception {
        assertEquals("error connecting to " + ccmux.socket() + " (No such file or directory)\n[1]",
                ccmux.run("", "say", "x"));
        Files.createDirectories(ccmux.socket().getParent(), PosixFilePermissions
                .asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(ccmux.socket()));
        }
        assertEquals("no server running on " + ccmux.socket() + "\n[1]", ccmux.run("", "say", "x"));
        assertEquals("no server running on " + ccmux.socket() + "\n[1]", ccmux.run("", "-N", "start-server"));
        Files.delete(ccmux.socket());
    }

    @Test
    void startsAServerForTheCommandsThatNeedOne() throws Exception {
        assertEquals("[0]", ccmux.run("", "start-server"));
        assertEquals("say|a b||u\n[0]", ccmux.run("", "say", "a b", "", "u"));
        assertEquals("can't find session: nope\n[3]", ccmux.run("", "fail"));
        assertEquals("too many clients (256)\n[1]", ccmux.run("", "refuse"));
        assertEquals(List.of("--socket " + ccmux.socket() + " --state " + ccmux.state() + " --config "
                + directory.resolve("home/ccmux.conf")), ccmux.starts());
    }

    @Test
    void startsAServerForAnyCommandWhenThereIsAStateToRecover() throws Exception {
        Files.createDirectories(ccmux.state());
        Files.writeString(ccmux.state().resolve("MANIFEST"), "empty\nrecover\n");
        assertEquals("error connecting to " + ccmux.socket() + " (No such file or directory)\n[1]",
                ccmux.run("", "say"));
        Files.writeString(ccmux.state().resolve("MANIFEST"), "recover\n");
        assertEquals("say\n[0]", ccmux.run("", "say"));
    }

    @Test
    void startsOneServerForEightFirstStarts() throws Exception {
        List<Process> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(ccmux.start("start-server"));
        }
        for (Process client : clients) {
            assertEquals(0, client.waitFor());
        }
        assertEquals(1, ccmux.starts().size());
    }

    @Test
    void repeatsWhyAServerCannotStart() throws Exception {
        Files.createDirectories(ccmux.state());
        Files.writeString(ccmux.state().resolve("broken"), "state directory is of a newer version");
        assertEquals("state directory is of a newer version\n[1]", ccmux.run("", "new-session", "-d"));
        Files.delete(ccmux.state().resolve("broken"));
    }

    @Test
    void passesTheConfigurationsOfTheUser() throws Exception {
        assertEquals("[0]", ccmux.run("", "-f", "a.conf", "-v", "-f/b.conf", "start-server"));
        assertEquals(List.of("--socket " + ccmux.socket() + " --state " + ccmux.state() + " --file "
                + directory.resolve("a.conf") + " --file /b.conf --verbose"), ccmux.starts());
    }

    @Test
    void sendsStandardInputOnlyWhenItIsWanted() throws Exception {
        ccmux.run("", "start-server");
        String input = "x".repeat(300_000);
        assertEquals("read 300000 bytes\n[0]", ccmux.run(input, "stdin"));
    }

    @Test
    void saysWhenTheServerDiesUnderACommand() throws Exception {
        ccmux.run("", "start-server");
        assertEquals("server exited unexpectedly\n[1]", ccmux.run("", "crash"));
        Files.delete(ccmux.socket());
    }

    @Test
    void tellsItsDirectoryByTheNameTheShellHasForIt() throws Exception {
        ccmux.run("", "start-server");
        assertEquals(directory.toRealPath() + "\n[0]", ccmux.run("", "where"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        ccmux.set("PWD", link.toString());
        assertEquals(link + "\n[0]", ccmux.run("", "where"));
        ccmux.set("PWD", "/nowhere");
        assertEquals(directory.toRealPath() + "\n[0]", ccmux.run("", "where"));
    }

    @Test
    void needsATerminalToAttach() throws Exception {
        assertEquals("open terminal failed: not a terminal\n[1]", ccmux.run("", "new-session"));
    }

    @Test
    void refusesADirectoryOfTheSocketThatOthersCanEnter() throws Exception {
        Path run = Files.createDirectories(ccmux.socket().getParent());
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals("directory " + run + " has unsafe permissions\n[1]", ccmux.run("", "new-session"));
    }
}
