package io.ccmux.server.tool;

import java.io.IOException;

/** Something that a user can have done without a server. */
interface Tool {
    /**
     * Does it.
     *
     * @return the exit status
     * @throws ToolException if the user asked for something that is not there or cannot be done
     */
    int run(Workplace place, ToolWords words) throws IOException, ToolException;
}
