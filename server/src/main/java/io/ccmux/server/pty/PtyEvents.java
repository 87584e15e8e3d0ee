package io.ccmux.server.pty;

/** Port: what a {@link PtySystem} tells its loop, always on the loop's thread. */
public interface PtyEvents {

    /** A terminal has something to read: {@link PtySystem#read} wants to be called in this turn. */
    void ready();

    /** The program runs; {@code directory} is where, which is not where it was asked to run when that is gone. */
    void started(long run, Pty pty, String directory);

    /** The program could not be started, in one line. Nothing more comes about this run. */
    void failed(long run, String message);

    /** What the program printed; the array is the receiver's. */
    void output(long run, byte[] bytes);

    /** A queue that was full has room again. */
    void writable(long run);

    /**
     * The program has ended and everything it printed was handed over; nothing more comes about this run.
     *
     * @param status what it exited with; 0 when a signal ended it
     * @param signal the number of the signal that ended it; 0 when it exited
     */
    void exited(long run, int status, int signal);
}
