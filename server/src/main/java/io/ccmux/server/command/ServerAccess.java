package io.ccmux.server.command;

import java.nio.charset.StandardCharsets;

import io.ccmux.server.mux.Mux;

/**
 * Tells who may use the server: its own user and root, for the directory of its socket is closed to all others. Others
 * are known by name, and refused.
 */
final class ServerAccess implements Command {
    private static final String USERS = "/etc/passwd";
    private static final int FILE_BYTES_MAX = 16 << 20;

    @Override
    public Spec spec() {
        return new Spec("server-access", "", "[-adlrw] [-t target-pane] [user]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        String own = call.expand().text("#{user}");
        if (call.has('l')) {
            return own.equals("root") ? Decision.NOTHING : Decision.print(own + " (W)");
        }
        String user = call.word(0).orElseThrow(() -> new CommandException("missing user argument"));
        if (user.equals(own) || user.equals("root")) {
            throw new CommandException(user + " owns the server, can't change access");
        }
        return Decision.NOTHING.await(new Effect.ReadFile(USERS, FILE_BYTES_MAX), (outcome, now) -> {
            boolean known = outcome instanceof Outcome.Read(var bytes)
                    && new String(bytes, StandardCharsets.UTF_8).lines().anyMatch(line -> line.startsWith(user + ":"));
            if (!known) {
                throw new CommandException("unknown user: " + user);
            }
            return refused(call, user, own);
        });
    }

    private static Decision refused(Call call, String user, String own) throws CommandException {
        if (call.has('a') && call.has('d')) {
            throw new CommandException("-a and -d cannot be used together");
        }
        if (call.has('r') && call.has('w')) {
            throw new CommandException("-r and -w cannot be used together");
        }
        if (call.has('a')) {
            throw new CommandException("only " + own + " may use this server: its socket is closed to others");
        }
        if (call.has('d') || call.has('r') || call.has('w')) {
            throw new CommandException("user " + user + " not found");
        }
        return Decision.NOTHING;
    }
}
