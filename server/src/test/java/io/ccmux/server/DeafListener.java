package io.ccmux.server;

import java.io.IOException;

import io.ccmux.persistence.JournalListener;

/** Does not care what becomes of what is journaled: for tests that only make a state directory. */
public final class DeafListener implements JournalListener {
    @Override
    public void written(long serial) {}

    @Override
    public void synced(long serial) {}

    @Override
    public void failed(IOException cause) {}
}
