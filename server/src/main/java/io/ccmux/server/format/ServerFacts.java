package io.ccmux.server.format;

/**
 * What formats may tell of the server itself.
 *
 * @param host        the machine's full name
 * @param user        the name of the user it runs as
 * @param configFiles the files it read its configuration from, commas between them
 */
public record ServerFacts(long pid, String socket, String version, long startedMicros, String host, long uid,
        String user, String configFiles) {}
