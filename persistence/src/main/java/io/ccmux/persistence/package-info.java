/**
 * The journal, its checkpoints and the way back.
 *
 * <p>A record gets a serial when it is appended, and a place in the one journal. What is applied in memory and what is
 * in the journal are the same records in the same order, so state is always: the newest checkpoint, then the journal
 * after it. This package knows frames, files and promises; what a record means it knows from a table of
 * {@link io.ccmux.persistence.RecordType}s only.
 *
 * <pre>
 *  session thread        ccmux-journal         ccmux-sync           ccmux-checkpoint
 *  append submit  -----> write      ---------> force
 *                        -> written(serial)    -> synced(serial)    checkpoint: write, force, verify, rename
 *                           no kill undoes it     no power cut does             then compress and remove what is past
 * </pre>
 *
 * <h2>The files</h2>
 *
 * <pre>
 *  journal/…1.jnl                journal/…2.jnl              journal/…3.jnl
 *  +------+---+---+--~--+---+    +------+---+--~--+---+      +------+---+---+--~--+ 0 0 0 0 … +
 *  | head | T | T |     | T |    | head | T |     | T |      | head | T | T |     | zeros     |
 *  +------+---+---+--~--+---+    +------+---+--~--+---+      +------+---+---+--~--+ written   |
 *                           ^______/   "goes on after                              | ahead     |
 *                                       segment 1, offset, crc, serial"
 *  checkpoints/…4d2.cpt   +------+-- records that make the state after serial 4d2 --+---------+
 *                         | head |  "goes on at segment 2, offset, crc"             | trailer |
 *                         +------+---------------------------------------------------+---------+
 * </pre>
 *
 * <p>{@link io.ccmux.persistence.Frame} draws a record, {@link io.ccmux.persistence.FileHead} what files begin with,
 * {@link io.ccmux.persistence.CheckpointStore} a checkpoint, {@link io.ccmux.persistence.Manifest} the page about the
 * directory, {@link io.ccmux.persistence.StateLayout} the names. What is past is kept compressed, within limits:
 * {@link io.ccmux.persistence.Housekeeping}. T is a transaction: frames of which the last has
 * COMMIT.
 *
 * <h2>Reading</h2>
 *
 * <ol>
 * <li>Take the newest checkpoint that can be read from its first byte to its last, or none.
 * <li>Go to the place in the journal that it names; without one to the segment that begins with serial 1.
 * <li>Take frames as long as the length is possible, all bytes are there, the serial is the next and the checksum,
 * seeded with the one before, agrees. Apply a transaction when its COMMIT was read.
 * <li>Where that ends, go on in the segment whose head names exactly this place. If there is none, reading is done.
 * <li>Judge: is there proof that more had been on the medium? A frame behind the hole (its seed is the four bytes
 * before it) with a {@code syncedSerial}, the head of a later segment or checkpoint, the marker of a clean stop. With
 * proof it is damage, without it a torn tail.
 * <li>Only now change something: move what is no part of the state to {@code quarantine/}, remove what is empty.
 * <li>Begin a new segment; never append to an old one. What was read but is not proven to be on the medium is written
 * again, into the new segment: a force may have failed before, and then what is read is not what the disk holds.
 * </ol>
 *
 * <h2>The decision table</h2>
 *
 * <pre>
 *  found on disk                                         | done
 *  ------------------------------------------------------+-------------------------------------------------------
 *  A nothing                                             | start empty
 *  B valid checkpoint, whole journal after it            | apply both
 *  C bad or unwritten frame after the last syncedSerial  | a torn tail: cut there, keep the cut bytes aside, say so
 *  D bad frame before it (a hole)                        | keep the prefix, quarantine the rest, start, report loudly
 *  E a damaged or missing older segment                  | as D; the checkpoint after it, if valid, makes it harmless
 *  F last segment is only a header, or half of one       | remove it, go on with the one before
 *  G newest checkpoint unfinished or damaged             | the one before and the journal since; then all of it
 *  H checkpoint temp file                                | remove
 *  I gap between checkpoint and journal                  | as D
 *  J newer format, or unknown type that is not OPTIONAL  | refuse, naming both versions; touch nothing
 *  K directory locked by a living server                 | refuse
 *  L read-only or full file system                       | start from what is there, write nothing, say so
 *  M a whole record that apply refuses                   | as D: a mistake of ours must not become a crash loop
 *  N manifest missing or damaged                         | go by the files, take the last stop for unclean
 *  O the page of an outage, and nothing after it         | say since when the disk took nothing, and why
 *  P quarantine larger than 1 GiB                        | remove what was put there first, say so
 * </pre>
 *
 * <p>Except for J and K the server always starts, and nothing is deleted because it looks wrong.
 *
 * <h2>What holds</h2>
 *
 * <ul>
 * <li>Serials are given out once, one by one. A recovered state is what some prefix of whole transactions makes.
 * <li>Everything that was reported synced is in it; after a mere kill everything that was reported written is.
 * <li>Recovering again, or after a crash in the middle of a recovery, gives the same state.
 * <li>A file that failed to be written or forced is neither written nor read again; see
 * {@link io.ccmux.persistence.JournalListener#failed}. When the disk is back, the journal begins anew from memory:
 * {@link io.ccmux.persistence.Outage}.
 * <li>While nothing is appended no thread wakes up and nothing is written.
 * </ul>
 *
 * <h2>To add</h2>
 *
 * <p>a record type: a row in the registry, with an id never used before; this package does not change. A field of a
 * type: a new version in its row, and a reader that asks {@link io.ccmux.persistence.RecordInput#version()}. A way in
 * which a directory can be broken: a row above, in {@link io.ccmux.persistence.RecoveryReport.Row}, in
 * {@link io.ccmux.persistence.Judgement}, and its test in {@code RecoveryTest}.
 */
package io.ccmux.persistence;
