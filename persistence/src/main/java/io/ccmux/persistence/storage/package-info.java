/**
 * The port between the journal and the disk.
 *
 * <p>Everything that persistence knows about files it knows through {@link io.ccmux.persistence.storage.Storage}: that
 * a write is not on the medium before a force, that a name is not there before its directory was forced, that every
 * call may fail and that a failed force takes the file with it. {@link io.ccmux.persistence.storage.DiskStorage} is the
 * real directory; its twin {@code FaultStorage} (in the tests) is a directory in memory that uses every liberty this
 * contract leaves, on command and by seed.
 *
 * <p>To add an operation: add it to the port with a sentence on what a power cut may do to it, then to both twins.
 */
package io.ccmux.persistence.storage;
