package io.ccmux.server.pty;

/** Port: a program on a terminal of its own. For the loop's thread only. */
public interface Pty {
    /** The most that waits to be written to a program, in bytes. */
    int QUEUE_BYTES_MAX = 1 << 20;

    /**
     * Writes what fits and queues the rest.
     *
     * @return how many bytes were taken; fewer than given when the queue is full, and then
     *         {@link PtyEvents#writable} follows
     */
    int write(byte[] bytes);

    void resize(PtySize size);

    /** Sends a signal to the program's process group; without effect once it has ended. */
    void kill(int signal);

    /** Closes the terminal, as if its line had been cut: the kernel sends SIGHUP. Output not yet read is lost. */
    void hangUp();

    /** Leaves what the program prints unread, so that it waits, until {@link #resume}. */
    void pause();

    void resume();

    long pid();

    /** The path of the program's side of the terminal. */
    String tty();
}
