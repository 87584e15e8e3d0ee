package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.PersistenceStatus.Health;
import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.FaultStorage.Policy;
import io.ccmux.persistence.storage.TroubledStorage;
import io.ccmux.persistence.storage.TroubledStorage.Trouble;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each kind of trouble at each call that it can befall, once and for a while, until it befalls none: nothing
 * acknowledged is lost, nothing is acknowledged falsely, and 5 s after the disk is well so is the journal.
 */
@Tag("torture")
class DiskTroubleTest {
    private static final int RETURN_MILLIS = 5000;
    private static final int CALLS_MIN = 50;
    /** Of so many calls one is tried. */
    private static final int STRIDE = Integer.getInteger("ccmux.trouble.stride", 1);
    /** Of so many calls one is tried as the first, and of those after it one as the second. */
    private static final int PAIR_STRIDE = Integer.getInteger("ccmux.trouble.pairs", 23);

    private final Set<Integer> boundaries = new TreeSet<>(Set.of(0));

    @ParameterizedTest
    @EnumSource
    void costsNothingThatWasAcknowledged(Trouble trouble) throws IOException {
        for (boolean once : List.of(true, false)) {
            int from = 1;
            String what = trouble + (once ? ", once" : "") + " from call ";
            while (livesThrough(new TroubledStorage(new FaultStorage(), trouble, from, once), what + from) > 0) {
                dies(trouble, from, once);
                from += STRIDE;
            }
            assertTrue(from > CALLS_MIN, trouble + " befalls " + from + " calls");
            System.out.println(trouble + (once ? " once: " : " for a while: ") + from + " calls");
        }
    }

    /** The same trouble at each pair of calls: what mends the first may not rely on there being no second. */
    @ParameterizedTest
    @EnumSource
    void costsNothingTwice(Trouble trouble) throws IOException {
        int pairs = 0;
        long befallen = 2;
        for (int first = 1; befallen > 0; first += PAIR_STRIDE) {
            befallen = 2;
            for (int second = 1; befallen == 2; second += PAIR_STRIDE) {
                befallen = livesThrough(
                        new TroubledStorage(new FaultStorage(), trouble, first, true).andAgain(second),
                        trouble + " at call " + first + " and at the " + second + ". after it");
                pairs++;
            }
        }
        assertTrue(pairs > CALLS_MIN / PAIR_STRIDE, trouble + " befalls " + pairs + " pairs");
        System.out.println(trouble + " twice: " + pairs + " pairs of calls");
    }

    /** The power goes while the disk is in trouble. */
    private void dies(Trouble trouble, int from, boolean once) throws IOException {
        FaultStorage disk = new FaultStorage();
        Notebook notebook = begin(new TroubledStorage(disk, trouble, from, once));
        work(notebook, 0, 9);
        check(notebook, disk.crash(from, Policy.LOSE), trouble + " from call " + from + ", and no power");
    }

    private Notebook begin(TroubledStorage troubled) throws IOException {
        boundaries.clear();
        boundaries.add(0);
        return Notebook.open(troubled, Notebook.SMALL.retention(new Retention(5000, 1000)).reserveBytes(800), 1);
    }

    /** How many calls had trouble. */
    private long livesThrough(TroubledStorage troubled, String what) throws IOException {
        FaultStorage disk = troubled.disk();
        Notebook notebook = begin(troubled);
        Health begun = notebook.persistence().status().health();
        work(notebook, 0, 9);
        check(notebook, disk.copy(), what + ", in trouble");
        troubled.heal();
        boolean returned = returns(notebook);
        // What could not be read or locked is left alone, for nobody knows what is in it.
        assertTrue(returned || begun == Health.READ_ONLY, what + " and did not return");
        work(notebook, 9, 14);
        assertTrue(!returned || notebook.synced() == notebook.lines().size(), what + " and acknowledges nothing");
        check(notebook, disk.copy(), what + ", killed");
        notebook.persistence().close();
        notebook.lanes().settle();
        assertEquals(List.of(), troubled.open(), what + " leaves files open");
        check(notebook, disk.crash(what.hashCode(), Policy.SECTORS), what + ", and then the power went");
        return troubled.befallen();
    }

    private void work(Notebook notebook, int first, int last) {
        for (int i = first; i < last; i++) {
            notebook.durably("line " + i, "x".repeat(i * 40));
            boundaries.add(notebook.lines().size());
            if (i % 3 == 2) {
                notebook.checkpoint();
                notebook.lanes().settle();
                if (notebook.persistence().status().health() == Health.HEALTHY) {
                    notebook.rest();
                }
            }
            if (i % 4 == 3) {
                notebook.redact("line " + (i - 3));
                notebook.lanes().settle();
            }
        }
    }

    /** Lets time pass; whether what is added then is durable. */
    private static boolean returns(Notebook notebook) {
        for (int passed = 0; passed < RETURN_MILLIS; passed += 100) {
            int before = notebook.healings();
            notebook.lanes().passTime(100);
            notebook.lanes().settle();
            if (notebook.healings() > before) {
                notebook.rejoin();
                notebook.lanes().settle();
            }
        }
        return notebook.persistence().status().health() == Health.HEALTHY;
    }

    private void check(Notebook notebook, FaultStorage left, String what) throws IOException {
        long acknowledged = notebook.synced();
        List<String> lines = notebook.lines();
        Notebook next = Notebook.open(left);
        List<String> found = next.lines();
        assertTrue(found.size() >= acknowledged, what + ": " + acknowledged + " acknowledged, " + found.size());
        assertTrue(boundaries.contains(found.size()), what + ": half a transaction");
        for (int i = 0; i < found.size(); i++) {
            assertTrue(found.get(i).equals(lines.get(i)) || lines.get(i).isEmpty(), what + ": line " + i);
        }
        assertFalse(next.report().damaged(), what + ": " + next.report().findings());
    }
}
