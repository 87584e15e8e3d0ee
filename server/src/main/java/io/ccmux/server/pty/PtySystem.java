package io.ccmux.server.pty;

/** Port: what starts programs on terminals and reads what they print. For the loop's thread only. */
public interface PtySystem extends AutoCloseable {

    /** Starts a program on another thread; {@link PtyEvents#started} or {@link PtyEvents#failed} follows. */
    void spawn(PtyRequest request);

    /**
     * Reads from the terminals that have something, round robin, handing it over as output.
     *
     * @param bytesMax the most to read now, over all terminals
     * @return whether there is more to read
     */
    boolean read(int bytesMax);

    /** Somebody typed and waits: for a moment, programs that print without end are not read. */
    void hush();

    /** Stops starting programs and leaves those that run alone; the kernel hangs them up when this process ends. */
    @Override
    void close();
}
